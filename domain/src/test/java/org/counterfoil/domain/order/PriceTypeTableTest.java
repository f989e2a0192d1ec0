package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.BALCONY;
import static org.counterfoil.domain.Theatre.COUNTER;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.STALLS;
import static org.counterfoil.domain.Theatre.STANDING;
import static org.counterfoil.domain.Theatre.WEB;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceQuota;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.performance.ZonePrices;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seating.SeatId;
import org.junit.jupiter.api.Test;

/** Walks {@code price-type.table}: every price type, asked for by everybody. */
class PriceTypeTableTest {

  private static final PriceTypeCode ASKED = new PriceTypeCode("ASKED");
  private static final SalesChannel AGENT = new SalesChannel("AGENT");
  private static final SeatId SEAT = Theatre.seat("ORCH-A-1");
  private static final HoldId HOLD = Given.hold(1);

  /** When the holds of {@link Given} were placed: eight minutes before their end. */
  private static final Instant PLACED = LIVE.minusSeconds(480);

  private final DecisionTable table =
      DecisionTable.read(PriceTypeTableTest.class, "price-type.table");

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), cell -> decide(cell, type -> type));

    System.out.println("price-type.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(3000);
  }

  @Test
  void aListThatForgetsItsRolesIsAFault() {
    assertThat(faults(type -> type(type, type.channels(), Set.of(), type.from(), type.until())))
        .anyMatch(fault -> fault.contains("roles=box office") && fault.contains("caller=web"));
  }

  @Test
  void aListThatForgetsItsChannelsIsAFault() {
    assertThat(faults(type -> type(type, Set.of(), type.roles(), type.from(), type.until())))
        .anyMatch(fault -> fault.contains("channels=agent") && fault.contains("caller=web"));
  }

  @Test
  void aListThatForgetsItsWindowsIsAFault() {
    assertThat(faults(type -> type(type, type.channels(), type.roles(), null, null)))
        .anyMatch(fault -> fault.contains("window=over"))
        .anyMatch(fault -> fault.contains("window=coming"));
  }

  @Test
  void oneHoldDoesNotBringThePricesOfItsChannelToAnother() {
    PriceType agents =
        new PriceType(
            ASKED,
            new PublicLabel("Agents"),
            2000,
            new TaxRate("5.5"),
            Set.of(AGENT),
            Set.of(),
            null,
            null);
    HoldId other = Given.hold(2);
    Desk desk = Desk.after(given(agents, AGENT));
    desk.apply(Given.placed(other, LIVE, "ORCH-A-2"));
    TicketWish first = new TicketWish(Given.ticket(1), SEAT, null, ASKED, null);
    TicketWish second =
        new TicketWish(Given.ticket(2), Theatre.seat("ORCH-A-2"), null, ASKED, null);
    Caller buyer = new Caller(AGENT, Set.of());

    assertThat(
            DecisionTable.answer(
                desk.decide(
                    new PlaceOrder(
                        Given.order(1),
                        PERFORMANCE,
                        List.of(HOLD, other),
                        List.of(first, second),
                        buyer),
                    NOW)))
        .isEqualTo("PRICE_TYPE_NOT_OFFERED");
    assertThat(
            DecisionTable.answer(
                desk.decide(
                    new PlaceOrder(
                        Given.order(1), PERFORMANCE, List.of(HOLD), List.of(first), buyer),
                    NOW)))
        .isEqualTo("HoldOrdered OrderPlaced");
  }

  private List<String> faults(UnaryOperator<PriceType> twin) {
    return table.walk(columns(), cell -> decide(cell, twin)).faults();
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("roles", Set.of("everybody", "box office", "agent"));
    columns.put("channels", Set.of("everywhere", "counter", "agent"));
    columns.put("window", DecisionTable.constantsOf(Window.class));
    columns.put("quota", Set.of("none", "left", "used up"));
    columns.put("price", Set.of("paid", "free"));
    columns.put("reason", Set.of("none", "given"));
    columns.put("caller", DecisionTable.constantsOf(Asking.class));
    return columns;
  }

  private enum Window {
    NONE,
    COMING,
    JUST_OPEN,
    OPEN,
    JUST_OVER,
    OVER
  }

  private enum Asking {
    WEB,
    AGENT,
    BOX_OFFICE,
    ACCOUNTANT,
    PLATFORM
  }

  private static String decide(Map<String, String> cell, UnaryOperator<PriceType> twin) {
    PriceType type = twin.apply(type(cell));
    Caller caller = caller(Asking.valueOf(constant(cell.get("caller"))));
    List<Event> given = given(type, caller.channel());
    switch (cell.get("quota")) {
      case "left" -> given.add(quota(1));
      case "used up" -> given.add(quota(0));
      default -> {} // any number
    }
    Desk desk = Desk.after(given);
    CompReason reason = cell.get("reason").equals("given") ? CompReason.PRESS : null;
    String answer =
        DecisionTable.answer(
            desk.decide(
                new PlaceOrder(
                    Given.order(1),
                    PERFORMANCE,
                    List.of(HOLD),
                    List.of(new TicketWish(Given.ticket(1), SEAT, null, ASKED, reason)),
                    caller),
                NOW));
    boolean isOffered =
        !desk.performance().priceList(2).offersFor(STALLS, caller, PLACED).isEmpty();
    return isOffered == answer.equals("PRICE_TYPE_NOT_OFFERED") ? "offers differ" : answer;
  }

  private static List<Event> given(PriceType type, SalesChannel channel) {
    List<ZonePrices> zones =
        List.of(
            new ZonePrices(STALLS, List.of(type)),
            new ZonePrices(BALCONY, List.of(type)),
            new ZonePrices(STANDING, List.of(type)));
    HoldPlaced web = Given.placed(HOLD, LIVE, SEAT.value());
    List<Event> given = new ArrayList<>();
    given.add(Given.scheduled());
    given.add(new PriceListChanged(PERFORMANCE, 2, new PriceList(EUR, zones)));
    given.add(
        new HoldPlaced(
            PERFORMANCE, HOLD, web.seats(), List.of(), LIVE, 2, channel, false, null, null, null));
    return given;
  }

  private static QuotasSet quota(int quota) {
    return new QuotasSet(PERFORMANCE, List.of(new PriceQuota(STALLS, ASKED, quota)));
  }

  private static PriceType type(Map<String, String> cell) {
    Window window = Window.valueOf(constant(cell.get("window")));
    return new PriceType(
        ASKED,
        new PublicLabel("Asked for"),
        cell.get("price").equals("free") ? 0 : 2500,
        new TaxRate("5.5"),
        switch (cell.get("channels")) {
          case "counter" -> Set.of(COUNTER);
          case "agent" -> Set.of(AGENT);
          default -> Set.of();
        },
        switch (cell.get("roles")) {
          case "box office" -> Set.of(Role.BOX_OFFICE);
          case "agent" -> Set.of(Role.CHANNEL);
          default -> Set.of();
        },
        switch (window) {
          case NONE, JUST_OVER -> null;
          case COMING -> PLACED.plusMillis(1);
          case JUST_OPEN -> PLACED;
          case OPEN, OVER -> PLACED.minusSeconds(60);
        },
        switch (window) {
          case NONE, COMING -> null;
          case JUST_OPEN -> PLACED.plusMillis(1);
          case OPEN -> PLACED.plusSeconds(60);
          case JUST_OVER -> PLACED;
          case OVER -> PLACED.minusMillis(1);
        });
  }

  private static PriceType type(
      PriceType type, Set<SalesChannel> channels, Set<Role> roles, Instant from, Instant until) {
    return new PriceType(
        type.priceType(),
        type.name(),
        type.faceValueMinor(),
        type.taxRate(),
        channels,
        roles,
        from,
        until);
  }

  private static Caller caller(Asking asking) {
    return switch (asking) {
      case WEB -> new Caller(WEB, Set.of());
      case AGENT -> new Caller(AGENT, Set.of(Role.CHANNEL));
      case BOX_OFFICE -> new Caller(COUNTER, Set.of(Role.BOX_OFFICE));
      case ACCOUNTANT -> new Caller(COUNTER, Set.of(Role.ACCOUNTANT));
      case PLATFORM -> new Caller(COUNTER, Set.of(Role.PLATFORM_ADMIN));
    };
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }
}
