package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Given.OVER;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
import static org.counterfoil.domain.order.OrderFacts.PROVIDER;
import static org.counterfoil.domain.order.OrderFacts.captured;
import static org.counterfoil.domain.order.OrderFacts.due;
import static org.counterfoil.domain.order.OrderFacts.payment;
import static org.counterfoil.domain.order.OrderFacts.refund;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.Order.PaymentStatus;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrderWithoutTickets;
import org.counterfoil.domain.order.OrderCommand.RecordRefundPaid;
import org.counterfoil.domain.order.OrderCommand.ReissueTicket;
import org.counterfoil.domain.order.OrderCommand.ReturnCommand;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.counterfoil.domain.order.OrderCommand.StartPassPayment;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderCommand.TransferTicket;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.PricedTicket;
import org.junit.jupiter.api.Test;

/** Walks {@code order.table}: every command in every situation. */
class OrderTableTest {

  private static final PaymentId PAYMENT = payment(1);
  private static final PaymentId BEFORE = payment(2);
  private static final PaymentId ODD = payment(3);
  private static final RefundId REFUND = refund(1);
  private static final long PART = 100;
  private static final long PAID_BEFORE = 1000;

  private final DecisionTable table = DecisionTable.read(OrderTableTest.class, "order.table");

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), OrderTableTest::decide);

    System.out.println("order.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(6000);
  }

  @Test
  void aCommandWithoutRowsIsAFault() {
    Map<String, Set<String>> columns = columns();
    columns.put("order", Set.of("placed", "new"));

    DecisionTable.Walk walk =
        table.walk(columns, c -> c.get("order").equals("new") ? "news" : decide(c));

    assertThat(walk.faults()).anyMatch(fault -> fault.contains("order=new"));
  }

  @Test
  void everyStatusHasASituation() {
    Set<Order.Status> orders =
        Arrays.stream(OrderCase.values())
            .filter(order -> order != OrderCase.NONE)
            .map(order -> desk(order, false, PaymentCase.NONE, RefundCase.NONE))
            .map(desk -> desk.order(ORDER).status())
            .collect(Collectors.toSet());
    Set<PaymentStatus> payments =
        Arrays.stream(PaymentCase.values())
            .filter(payment -> payment != PaymentCase.NONE)
            .map(payment -> desk(OrderCase.PLACED, false, payment, RefundCase.NONE))
            .map(desk -> desk.order(ORDER).payment(PAYMENT).status())
            .collect(Collectors.toSet());

    assertThat(orders).containsExactlyInAnyOrder(Order.Status.values());
    assertThat(payments).containsExactlyInAnyOrder(PaymentStatus.values());
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    Set<String> commands = DecisionTable.recordsOf(OrderCommand.class);
    commands.remove(ReturnCommand.class.getSimpleName()); // has a table of its own
    commands.remove(PlaceOrderWithoutTickets.class.getSimpleName()); // so has this
    commands.remove(StartPassPayment.class.getSimpleName()); // and this
    columns.put("command", commands);
    columns.put("order", DecisionTable.constantsOf(OrderCase.class));
    columns.put("paid", Set.of("nothing", "part"));
    columns.put("payment", DecisionTable.constantsOf(PaymentCase.class));
    columns.put("amount", DecisionTable.constantsOf(AmountCase.class));
    columns.put("refund", DecisionTable.constantsOf(RefundCase.class));
    return columns;
  }

  private enum OrderCase {
    NONE,
    PLACED,
    OVER,
    EXPIRED,
    GIVEN_BACK,
    COMPLETED,
    ON_ACCOUNT,
    LAPSED,
    LAPSED_TAKEN,
    LAPSED_PERFORMANCE_OVER;

    boolean isLapsed() {
      return name().startsWith("LAPSED");
    }
  }

  private enum PaymentCase {
    NONE,
    PENDING,
    CAPTURED,
    FAILED
  }

  private enum AmountCase {
    ZERO,
    WRONG_CURRENCY,
    PART,
    EXACT,
    TOO_MUCH
  }

  private enum RefundCase {
    NONE,
    DUE,
    PAID
  }

  private static String decide(Map<String, String> cell) {
    OrderCase order = OrderCase.valueOf(constant(cell.get("order")));
    PaymentCase payment = PaymentCase.valueOf(constant(cell.get("payment")));
    RefundCase refund = RefundCase.valueOf(constant(cell.get("refund")));
    boolean isPaid = cell.get("paid").equals("part");
    boolean isEmpty = payment == PaymentCase.NONE && refund == RefundCase.NONE && !isPaid;
    boolean isPaidAnything = isPaid || payment == PaymentCase.CAPTURED;
    if ((order == OrderCase.NONE && !isEmpty)
        || (order == OrderCase.ON_ACCOUNT && isPaidAnything)) {
      return "impossible";
    }
    Desk desk = desk(order, isPaid, payment, refund);
    Money amount = amount(AmountCase.valueOf(constant(cell.get("amount"))), desk);
    return DecisionTable.answer(desk.decide(command(cell.get("command"), amount), NOW));
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static Money amount(AmountCase amount, Desk desk) {
    Order order = desk.order(ORDER);
    long exact = 5000;
    if (order.exists() && order.status() != Order.Status.COMPLETED) {
      exact = order.outstanding().minor();
    }
    return switch (amount) {
      case ZERO -> OrderFacts.euros(0);
      case WRONG_CURRENCY -> new Money(exact, Currency.getInstance("CHF"));
      case PART -> OrderFacts.euros(PART);
      case EXACT -> OrderFacts.euros(exact);
      case TOO_MUCH -> OrderFacts.euros(exact + 1);
    };
  }

  private static OrderCommand command(String name, Money amount) {
    return switch (name) {
      case "PlaceOrder" ->
          new PlaceOrder(
              ORDER,
              PERFORMANCE,
              List.of(HOLD),
              OrderFacts.tickets().stream()
                  .map(t -> new TicketWish(t.ticketId(), t.seatId(), null, Theatre.FULL, null))
                  .toList(),
              BUYER);
      case "TakePayment" ->
          new TakePayment(ORDER, PERFORMANCE, PAYMENT, PaymentMethod.CASH, null, amount);
      case "SellOnAccount" -> new SellOnAccount(ORDER, PERFORMANCE);
      case "StartPayment" ->
          new StartPayment(ORDER, PERFORMANCE, PAYMENT, PaymentMethod.CARD, PROVIDER, amount);
      case "ConfirmPayment" ->
          new ConfirmPayment(ORDER, PERFORMANCE, PAYMENT, amount, Given.hold(9), refund(9));
      case "FailPayment" -> new FailPayment(ORDER, PERFORMANCE, PAYMENT);
      case "LapseOrder" ->
          new LapseOrder(ORDER, PERFORMANCE, List.of(refund(6), refund(7), refund(8)));
      case "RecordRefundPaid" -> new RecordRefundPaid(ORDER, PERFORMANCE, REFUND);
      case "TransferTicket" -> new TransferTicket(ORDER, PERFORMANCE, Given.ticket(1), 0, false);
      case "ReissueTicket" -> new ReissueTicket(ORDER, PERFORMANCE, Given.ticket(1));
      default -> throw new AssertionError("Expected a command with a table, but it is " + name);
    };
  }

  private static Desk desk(
      OrderCase order, boolean isPartPaid, PaymentCase payment, RefundCase refund) {
    boolean isOver = order == OrderCase.LAPSED_PERFORMANCE_OVER;
    Instant end = isOver ? NOW : NOW.plusSeconds(86_400);
    List<Event> given = new ArrayList<>();
    given.add(Theatre.scheduled(end, SaleRules.DEFAULT));
    given.add(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2"));
    if (order != OrderCase.NONE) {
      Instant payBefore = order == OrderCase.OVER ? OVER : LIVE;
      given.add(Given.ordered(HOLD, ORDER, payBefore));
      given.add(OrderFacts.placed(payBefore));
    }
    if (isPartPaid) {
      given.add(captured(BEFORE, PAID_BEFORE));
    }
    given.addAll(payments(payment));
    given.addAll(end(order));
    if (order.isLapsed() && isPartPaid) {
      given.add(due(refund(3), BEFORE, PAID_BEFORE, RefundReason.ORDER_LAPSED));
    }
    if (order.isLapsed() && payment == PaymentCase.CAPTURED) {
      given.add(due(refund(4), PAYMENT, PART, RefundReason.ORDER_LAPSED));
    }
    given.addAll(refunds(refund));
    return Desk.after(given);
  }

  private static List<Event> payments(PaymentCase payment) {
    Event started = OrderFacts.started(PAYMENT, PART);
    return switch (payment) {
      case NONE -> List.of();
      case PENDING -> List.of(started);
      case CAPTURED -> List.of(started, captured(PAYMENT, PART));
      case FAILED -> List.of(started, OrderFacts.failed(PAYMENT));
    };
  }

  private static List<Event> end(OrderCase order) {
    return switch (order) {
      case NONE, PLACED, OVER -> List.of();
      case EXPIRED -> List.of(Given.expired(HOLD));
      case GIVEN_BACK -> List.of(Given.released(HOLD));
      case COMPLETED ->
          List.of(
              Given.sold(HOLD, ORDER, 0, OrderFacts.tickets().toArray(PricedTicket[]::new)),
              OrderFacts.completed());
      case ON_ACCOUNT ->
          List.of(
              OrderFacts.onAccount(),
              Given.sold(HOLD, ORDER, 0, OrderFacts.tickets().toArray(PricedTicket[]::new)),
              OrderFacts.completed());
      case LAPSED, LAPSED_PERFORMANCE_OVER -> List.of(Given.expired(HOLD), OrderFacts.lapsed());
      case LAPSED_TAKEN ->
          List.of(
              Given.expired(HOLD),
              OrderFacts.lapsed(),
              Given.placed(Given.hold(5), LIVE, "ORCH-A-2"));
    };
  }

  /** A payment that came too late, its refund in the given state. */
  private static List<Event> refunds(RefundCase refund) {
    Event odd = captured(ODD, 777);
    Event due = due(REFUND, ODD, 777, RefundReason.PAID_TWICE);
    return switch (refund) {
      case NONE -> List.of();
      case DUE -> List.of(odd, due);
      case PAID -> List.of(odd, due, OrderFacts.refundPaid(REFUND));
    };
  }
}
