package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.FULL;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.order.OrderFacts.euros;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.counterfoil.domain.order.OrderCommand.StartPassPayment;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.junit.jupiter.api.Test;

/** Walks {@code pass-payment.table}: what a pass pays of an order, and what is left to money. */
class PassPaymentTableTest {

  private static final OrderId ORDER = Given.order(1);
  private static final HoldId HOLD = Given.hold(1);
  private static final PassId PASS = new PassId(Theatre.id(760));

  private final DecisionTable table =
      DecisionTable.read(PassPaymentTableTest.class, "pass-payment.table");

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), PassPaymentTableTest::decide);

    System.out.println("pass-payment.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(400);
  }

  @Test
  void moneyForATicketOfAPassIsAFault() {
    DecisionTable.Walk walk =
        table.walk(
            columns(),
            cell -> {
              String answer = decide(cell);
              return answer.equals("PASS_REQUIRED") ? "PaymentCaptured" : answer;
            });

    assertThat(walk.faults()).isNotEmpty().allMatch(fault -> fault.contains("PASS_REQUIRED"));
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put(
        "command", Set.of("TakePayment", "StartPayment", "StartPassPayment", "SellOnAccount"));
    columns.put("order", DecisionTable.constantsOf(OrderCase.class));
    columns.put("pass", DecisionTable.constantsOf(PassCase.class));
    columns.put("amount", DecisionTable.constantsOf(AmountCase.class));
    return columns;
  }

  private enum OrderCase {
    NONE,
    FULL,
    CARD,
    MIXED,
    PASS_PAID,
    MONEY_PAID,
    COMPLETED,
    LAPSED
  }

  private enum PassCase {
    SAME,
    OTHER,
    OTHER_VALUE
  }

  private enum AmountCase {
    PART,
    USE,
    FULL,
    ALL,
    TOO_MUCH
  }

  private static String decide(Map<String, String> cell) {
    OrderCase order = OrderCase.valueOf(constant(cell.get("order")));
    PassCase pass = PassCase.valueOf(constant(cell.get("pass")));
    Desk desk = desk(order);
    Money amount = amount(AmountCase.valueOf(constant(cell.get("amount"))), desk);
    OrderCommand command =
        switch (cell.get("command")) {
          case "TakePayment" ->
              new TakePayment(ORDER, PERFORMANCE, payment(9), PaymentMethod.CASH, null, amount);
          case "StartPayment" ->
              new StartPayment(
                  ORDER,
                  PERFORMANCE,
                  payment(9),
                  PaymentMethod.CARD,
                  new ProviderName("bank"),
                  amount);
          case "StartPassPayment" ->
              new StartPassPayment(ORDER, PERFORMANCE, payment(9), PASS, terms(pass), amount);
          case "SellOnAccount" -> new SellOnAccount(ORDER, PERFORMANCE);
          default -> throw new AssertionError("Expected a known command, but it is another");
        };
    String answer = DecisionTable.answer(desk.decide(command, NOW));
    return answer.split("[,+ ]")[0]; // what follows is what every payment leads to
  }

  private static Desk desk(OrderCase order) {
    Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));
    desk.apply(PassPrices.changed());
    if (order == OrderCase.NONE) {
      return desk;
    }
    order(order, desk);
    if (order == OrderCase.PASS_PAID || order == OrderCase.COMPLETED) {
      Then.events(
          desk.handle(
              new StartPassPayment(
                  ORDER, PERFORMANCE, payment(1), PASS, terms(PassCase.SAME), euros(1_800)),
              NOW));
      Then.events(
          desk.handle(
              new ConfirmPayment(
                  ORDER, PERFORMANCE, payment(1), euros(1_800), Given.hold(9), refund(9)),
              NOW));
    }
    if (order == OrderCase.MONEY_PAID || order == OrderCase.COMPLETED) {
      Then.events(
          desk.handle(
              new TakePayment(
                  ORDER, PERFORMANCE, payment(2), PaymentMethod.CASH, null, euros(2_500)),
              NOW));
    }
    if (order == OrderCase.LAPSED) {
      Then.events(desk.handle(new LapseOrder(ORDER, PERFORMANCE, List.of()), NOW));
    }
    return desk;
  }

  private static void order(OrderCase order, Desk desk) {
    List<TicketWish> wishes = new ArrayList<>();
    if (order != OrderCase.CARD) {
      wishes.add(new TicketWish(Given.ticket(1), Theatre.seat("ORCH-A-1"), null, FULL, null));
    }
    if (order != OrderCase.FULL) {
      wishes.add(
          new TicketWish(Given.ticket(2), Theatre.seat("ORCH-A-2"), null, PassPrices.CARD, null));
    }
    Then.events(
        desk.handle(
            new PlaceHold(
                PERFORMANCE,
                HOLD,
                new PlacesWish(wishes.stream().map(TicketWish::seatId).toList(), List.of()),
                new HoldClaim(BUYER, null, null)),
            NOW));
    Then.events(desk.handle(new PlaceOrder(ORDER, PERFORMANCE, List.of(HOLD), wishes, BUYER), NOW));
  }

  private static PassTerms terms(PassCase pass) {
    return new PassTerms(
        pass == PassCase.OTHER ? new PassOfferCode("OTHER") : PassPrices.TEN,
        new PublicLabel("Carte"),
        10,
        new Money(pass == PassCase.OTHER_VALUE ? 1_700 : 1_800, EUR),
        new TaxRate("5.5"),
        null,
        365,
        null);
  }

  private static Money amount(AmountCase amount, Desk desk) {
    Order order = desk.order(ORDER);
    long outstanding = order.exists() ? order.outstanding().minor() : 2_500;
    return switch (amount) {
      case PART -> euros(100);
      case USE -> euros(1_800);
      case FULL -> euros(2_500);
      case ALL -> euros(Math.max(1, outstanding));
      case TOO_MUCH -> euros(outstanding + 1);
    };
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }
}
