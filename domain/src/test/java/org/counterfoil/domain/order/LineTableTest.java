package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.order.LineWish.DonationWish;
import org.counterfoil.domain.order.LineWish.FeeWish;
import org.counterfoil.domain.order.LineWish.VoucherWish;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.performance.Fee;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.seathold.CompReason;
import org.junit.jupiter.api.Test;

/** Walks {@code line.table}: what is ordered beside a ticket, in every situation. */
class LineTableTest {

  private final DecisionTable table = DecisionTable.read(LineTableTest.class, "line.table");

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), cell -> decide(cell, fees -> fees));

    System.out.println("line.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(70);
  }

  @Test
  void aListThatForgetsWhatIsRequiredIsAFault() {
    DecisionTable.Walk walk =
        table.walk(
            columns(),
            cell -> decide(cell, fees -> fees.stream().map(LineTableTest::voluntary).toList()));

    assertThat(walk.faults()).isNotEmpty().allMatch(fault -> fault.contains("FEE_REQUIRED"));
  }

  private static Fee voluntary(Fee fee) {
    return new Fee(
        fee.fee(),
        fee.name(),
        fee.amountMinor(),
        fee.taxRate(),
        fee.basis(),
        fee.account(),
        false,
        fee.channels());
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("line", DecisionTable.constantsOf(LineCase.class));
    columns.put("required", Set.of("no", "yes"));
    columns.put("ticket", Set.of("paid", "free"));
    columns.put("caller", Set.of("buyer", "staff"));
    return columns;
  }

  private enum LineCase {
    NONE,
    BOOKING,
    DELIVERY,
    BOTH,
    DELIVERY_TWICE,
    ELSEWHERE,
    UNLISTED,
    DONATION,
    TWO_DONATIONS,
    NOTHING_GIVEN,
    OVER_THE_TOP,
    VOUCHER,
    TOO_MUCH_VOUCHER,
    BOOKING_AND_DONATION
  }

  private static String decide(Map<String, String> cell, UnaryOperator<List<Fee>> change) {
    boolean isFree = cell.get("ticket").equals("free");
    boolean isStaff = cell.get("caller").equals("staff");
    if (isFree && !isStaff) {
      return "impossible";
    }
    PriceList prices = Theatre.prices();
    List<Fee> fees = change.apply(Fees.all(cell.get("required").equals("yes")));
    Desk desk = Desk.given(Given.scheduled());
    desk.apply(
        new PriceListChanged(
            PERFORMANCE, 2, new PriceList(prices.currency(), prices.zones(), fees)));
    desk.apply(Fees.heldAtVersion(2, HOLD, LIVE, "ORCH-A-1"));
    TicketWish ticket =
        new TicketWish(
            Given.ticket(1),
            Theatre.seat("ORCH-A-1"),
            null,
            isFree ? Theatre.COMP : Theatre.FULL,
            isFree ? CompReason.PRESS : null);
    PlaceOrder wish =
        new PlaceOrder(
            ORDER,
            PERFORMANCE,
            List.of(HOLD),
            List.of(ticket),
            lines(LineCase.valueOf(cell.get("line").toUpperCase(Locale.ROOT).replace(' ', '_'))),
            isStaff ? STAFF : Theatre.BUYER);
    return answer(desk.decide(wish, NOW));
  }

  private static String answer(Decision<? extends Event> decision) {
    return switch (decision) {
      case Decision.Rejected<? extends Event> refused -> refused.code().name();
      case Decision.Accepted<? extends Event> accepted -> {
        OrderPlaced placed = (OrderPlaced) accepted.events().get(1);
        yield placed.lines().isEmpty()
            ? "nothing beside"
            : placed.lines().stream()
                .map(line -> line.product() + " " + line.quantity() + " " + line.grossMinor())
                .collect(Collectors.joining(", "));
      }
    };
  }

  private static List<LineWish> lines(LineCase line) {
    FeeWish booking = new FeeWish(Fees.line(1), Fees.BOOKING);
    FeeWish delivery = new FeeWish(Fees.line(2), Fees.DELIVERY);
    DonationWish gift = new DonationWish(Fees.line(3), 1_000);
    return switch (line) {
      case NONE -> List.of();
      case BOOKING -> List.of(booking);
      case DELIVERY -> List.of(delivery);
      case BOTH -> List.of(booking, delivery);
      case DELIVERY_TWICE -> List.of(booking, delivery, new FeeWish(Fees.line(4), Fees.DELIVERY));
      case ELSEWHERE -> List.of(booking, new FeeWish(Fees.line(4), Fees.ELSEWHERE));
      case UNLISTED -> List.of(booking, new FeeWish(Fees.line(4), new FeeCode("LEVY")));
      case DONATION -> List.of(gift);
      case TWO_DONATIONS -> List.of(gift, new DonationWish(Fees.line(4), 1_000));
      case NOTHING_GIVEN -> List.of(new DonationWish(Fees.line(3), 0));
      case OVER_THE_TOP -> List.of(new DonationWish(Fees.line(3), 1_000_000_001));
      case VOUCHER -> List.of(new VoucherWish(Fees.line(5), 5_000, 365));
      case TOO_MUCH_VOUCHER -> List.of(new VoucherWish(Fees.line(5), 1_000_001, 365));
      case BOOKING_AND_DONATION -> List.of(booking, gift);
    };
  }
}
