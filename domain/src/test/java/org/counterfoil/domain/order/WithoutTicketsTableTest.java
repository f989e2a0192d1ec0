package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.WEB;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.PROVIDER;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.time.Instant;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.LineWish.DonationWish;
import org.counterfoil.domain.order.LineWish.FeeWish;
import org.counterfoil.domain.order.LineWish.VoucherWish;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.PlaceOrderWithoutTickets;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherIssued;
import org.junit.jupiter.api.Test;

/** Walks {@code without-tickets.table}: orders of vouchers alone. */
class WithoutTicketsTableTest {

  private static final long PRICE = 5_000;
  private static final PaymentId PAYMENT = payment(1);

  private final DecisionTable table =
      DecisionTable.read(WithoutTicketsTableTest.class, "without-tickets.table");

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), WithoutTicketsTableTest::decide);

    System.out.println(
        "without-tickets.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(150);
  }

  @Test
  void aPriceInPartsIsAFault() {
    Map<String, Set<String>> columns = columns();
    columns.put("amount", Set.of("part"));

    DecisionTable.Walk walk =
        table.walk(columns, cell -> decide(cell).replace("PARTIAL_PAYMENT", "PaymentCaptured"));

    assertThat(walk.faults()).anyMatch(fault -> fault.contains("PARTIAL_PAYMENT"));
  }

  /** The voucher is there with the payment, and begins its time with it. */
  @Test
  void theVoucherHasTheIdOfItsLine() {
    Desk desk = desk("completed", "none");

    VoucherIssued issued = (VoucherIssued) desk.log().getLast();

    assertThat(issued.voucherId().value()).isEqualTo(Fees.line(1).value());
    assertThat(issued.amount().minor()).isEqualTo(PRICE);
    assertThat(desk.order(ORDER).placed().isWithoutTickets()).isTrue();
    assertThat(desk.order(ORDER).outstanding().isZero()).isTrue();
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put(
        "command",
        Set.of(
            "PlaceOrderWithoutTickets",
            "TakePayment",
            "StartPayment",
            "ConfirmPayment",
            "SellOnAccount"));
    columns.put("order", Set.of("none", "placed", "over", "completed"));
    columns.put("line", Set.of("voucher", "nothing", "gift", "fee", "repeated", "too much"));
    columns.put("payment", Set.of("none", "begun"));
    columns.put("amount", Set.of("zero", "part", "exact", "too much", "wrong currency"));
    return columns;
  }

  private static String decide(Map<String, String> cell) {
    boolean isPlacing = cell.get("command").equals("PlaceOrderWithoutTickets");
    boolean isNew = cell.get("order").equals("none");
    if ((!isPlacing && !cell.get("line").equals("voucher"))
        || (isNew && cell.get("payment").equals("begun"))) {
      return "impossible";
    }
    Desk desk = desk(cell.get("order"), cell.get("payment"));
    Instant now = cell.get("order").equals("over") ? NOW.plusSeconds(300) : NOW;
    Decision<? extends Event> decision = desk.decide(command(cell), now);
    return switch (decision) {
      case Decision.Rejected<? extends Event> rejected -> rejected.code().name();
      case Decision.Accepted<? extends Event> accepted ->
          accepted.events().stream()
              .map(event -> event.getClass().getSimpleName())
              .collect(Collectors.joining(" "));
    };
  }

  private static Desk desk(String order, String payment) {
    Desk desk = Desk.given();
    if (order.equals("none")) {
      return desk;
    }
    Then.events(desk.handle(placing("voucher"), NOW));
    if (payment.equals("begun")) {
      Then.events(desk.handle(starting(PAYMENT, new Money(PRICE, EUR)), NOW));
    }
    if (order.equals("completed")) {
      Then.events(desk.handle(taking(payment(2), new Money(PRICE, EUR)), NOW));
    }
    return desk;
  }

  private static Command command(Map<String, String> cell) {
    Money amount = amount(cell.get("amount"));
    return switch (cell.get("command")) {
      case "PlaceOrderWithoutTickets" -> placing(cell.get("line"));
      case "TakePayment" -> taking(PAYMENT, amount);
      case "StartPayment" -> starting(PAYMENT, amount);
      case "ConfirmPayment" ->
          new ConfirmPayment(ORDER, PerformanceId.NONE, PAYMENT, amount, Given.hold(9), refund(9));
      default -> new SellOnAccount(ORDER, PerformanceId.NONE);
    };
  }

  private static PlaceOrderWithoutTickets placing(String line) {
    VoucherWish voucher = new VoucherWish(Fees.line(1), PRICE, 365);
    return new PlaceOrderWithoutTickets(
        ORDER,
        ORGANISATION,
        WEB,
        EUR,
        switch (line) {
          case "voucher" -> List.of(voucher);
          case "nothing" -> List.of();
          case "gift" -> List.of(voucher, new DonationWish(Fees.line(2), 100));
          case "fee" -> List.of(voucher, new FeeWish(Fees.line(2), new FeeCode("BOOKING")));
          case "repeated" -> List.of(voucher, voucher);
          default -> List.of(new VoucherWish(Fees.line(1), 1_000_001, 365));
        });
  }

  private static TakePayment taking(PaymentId id, Money amount) {
    return new TakePayment(ORDER, PerformanceId.NONE, id, PaymentMethod.CASH, null, amount);
  }

  private static StartPayment starting(PaymentId id, Money amount) {
    return new StartPayment(ORDER, PerformanceId.NONE, id, PaymentMethod.CARD, PROVIDER, amount);
  }

  private static Money amount(String amount) {
    return switch (amount) {
      case "zero" -> new Money(0, EUR);
      case "part" -> new Money(1_000, EUR);
      case "exact" -> new Money(PRICE, EUR);
      case "too much" -> new Money(PRICE + 1, EUR);
      default -> new Money(PRICE, Currency.getInstance("CHF"));
    };
  }
}
