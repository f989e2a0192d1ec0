package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;
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
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderCommand.PayRefund;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.RestorePayment;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.ReturnCommand;
import org.counterfoil.domain.order.OrderCommand.TakeBackPayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderCommand.VoidTickets;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.junit.jupiter.api.Test;

/** Walks {@code return.table}: every command about issued tickets in every situation. */
class ReturnTableTest {

  private static final HoldId OTHER_HOLD = Given.hold(7);
  private static final RefundId REFUND = refund(1);
  private static final List<RefundId> SPARE = List.of(refund(5), refund(6), refund(7));
  private static final TicketReason REASON = TicketReason.CUSTOMER_REQUEST;

  private final DecisionTable table = DecisionTable.read(ReturnTableTest.class, "return.table");

  @Test
  void everyCellIsAnsweredAsTheTableSays() {
    DecisionTable.Walk walk = table.walk(columns(), ReturnTableTest::decide);

    System.out.println("return.table: " + walk.rows() + " rows, " + walk.cells() + " cells");
    assertThat(walk.faults()).isEmpty();
    assertThat(walk.cells()).isGreaterThan(4000);
  }

  @Test
  void givingBackMoreThanWasPaidIsAFault() {
    DecisionTable.Walk walk =
        table.walk(
            columns(),
            cell -> {
              String answer = decide(cell);
              return answer.equals("REFUND_EXCEEDS_PAID") ? "TicketsRefunded" : answer;
            });

    assertThat(walk.faults()).isNotEmpty().allMatch(fault -> fault.contains("EXCEEDS_PAID"));
  }

  private static Map<String, Set<String>> columns() {
    Map<String, Set<String>> columns = new LinkedHashMap<>();
    columns.put("command", DecisionTable.recordsOf(ReturnCommand.class));
    columns.put("order", DecisionTable.constantsOf(OrderCase.class));
    columns.put("stage", DecisionTable.constantsOf(StageCase.class));
    columns.put("ticket", DecisionTable.constantsOf(TicketCase.class));
    columns.put("amount", DecisionTable.constantsOf(AmountCase.class));
    columns.put("refund", DecisionTable.constantsOf(RefundCase.class));
    return columns;
  }

  private enum OrderCase {
    NONE,
    PLACED,
    COMPLETED,
    ON_ACCOUNT,
    LAPSED
  }

  private enum StageCase {
    COMING,
    STARTED,
    COMPLETED,
    CANCELLED
  }

  private enum TicketCase {
    NOTHING_NAMED,
    NAMED_TWICE,
    UNKNOWN,
    PAID,
    FREE,
    PART_REFUNDED,
    REFUNDED,
    VOID
  }

  private enum AmountCase {
    ALL,
    ZERO,
    PART,
    TOO_MUCH
  }

  private enum RefundCase {
    NONE,
    DUE_AT_THE_COUNTER,
    DUE_BY_A_PROVIDER,
    PAID
  }

  private static String decide(Map<String, String> cell) {
    OrderCase order = OrderCase.valueOf(constant(cell.get("order")));
    StageCase stage = StageCase.valueOf(constant(cell.get("stage")));
    TicketCase ticket = TicketCase.valueOf(constant(cell.get("ticket")));
    AmountCase amount = AmountCase.valueOf(constant(cell.get("amount")));
    RefundCase refund = RefundCase.valueOf(constant(cell.get("refund")));
    boolean hasHappened =
        ticket == TicketCase.PART_REFUNDED
            || ticket == TicketCase.REFUNDED
            || ticket == TicketCase.VOID;
    boolean hasTickets = order == OrderCase.COMPLETED || order == OrderCase.ON_ACCOUNT;
    if ((!hasTickets && hasHappened)
        || (order == OrderCase.ON_ACCOUNT && ticket == TicketCase.PART_REFUNDED)
        || (order == OrderCase.NONE && refund != RefundCase.NONE)) {
      return "impossible";
    }
    Desk desk = new Desk();
    given(order, refund).forEach(desk::apply);
    change(ticket, desk);
    end(stage).forEach(desk::apply);
    ReturnCommand command = command(cell.get("command"), ticket, amount);
    return DecisionTable.answer(desk.decide(command, NOW));
  }

  private static String constant(String value) {
    return value.toUpperCase(Locale.ROOT).replace(' ', '_');
  }

  private static List<Event> given(OrderCase order, RefundCase refund) {
    List<Event> events = new ArrayList<>();
    events.add(Theatre.scheduled(NOW.plusSeconds(86_400), SaleRules.DEFAULT));
    if (order == OrderCase.NONE) {
      return events;
    }
    events.add(Given.placed(OTHER_HOLD, LIVE, "ORCH-B-1"));
    events.add(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2", "ORCH-A-3"));
    events.add(Given.ordered(HOLD, ORDER, LIVE));
    events.add(OrderFacts.placedWithComp(LIVE));
    if (order == OrderCase.COMPLETED) {
      events.add(OrderFacts.cash(payment(1), 2000));
      events.add(OrderFacts.captured(payment(2), 3000));
      events.addAll(OrderFacts.soldWithComp());
    }
    if (order == OrderCase.ON_ACCOUNT) {
      events.add(OrderFacts.onAccount());
      events.addAll(OrderFacts.soldWithComp());
    }
    if (order == OrderCase.LAPSED) {
      events.add(Given.expired(HOLD));
      events.add(OrderFacts.lapsed());
    }
    events.addAll(refunds(refund));
    return events;
  }

  private static List<Event> refunds(RefundCase refund) {
    List<Event> events = new ArrayList<>();
    if (refund != RefundCase.NONE) {
      events.add(OrderFacts.captured(payment(3), 100));
    }
    switch (refund) {
      case NONE -> {}
      case DUE_AT_THE_COUNTER -> events.add(OrderFacts.dueAtCounter(REFUND, payment(3), 100));
      case DUE_BY_A_PROVIDER ->
          events.add(OrderFacts.due(REFUND, payment(3), 100, RefundReason.PAID_TWICE));
      case PAID -> {
        events.add(OrderFacts.due(REFUND, payment(3), 100, RefundReason.PAID_TWICE));
        events.add(OrderFacts.refundPaid(REFUND));
      }
    }
    return events;
  }

  private static void change(TicketCase ticket, Desk desk) {
    List<TicketId> named = List.of(Given.ticket(1));
    switch (ticket) {
      case NOTHING_NAMED, NAMED_TWICE, UNKNOWN, PAID, FREE -> {}
      case PART_REFUNDED -> desk.handle(refundOf(named, 1000L), NOW);
      case REFUNDED -> desk.handle(refundOf(named, null), NOW);
      case VOID -> desk.handle(new VoidTickets(ORDER, PERFORMANCE, named, REASON), NOW);
    }
  }

  private static List<Event> end(StageCase stage) {
    return switch (stage) {
      case COMING -> List.of();
      case STARTED -> List.of(new PerformanceRescheduled(PERFORMANCE, NOW, NOW.plusSeconds(60)));
      case COMPLETED -> List.of(new PerformanceCompleted(PERFORMANCE));
      case CANCELLED ->
          List.of(new PerformanceCancelled(PERFORMANCE, CancellationReason.ILLNESS, true, null));
    };
  }

  private static ReturnCommand command(String name, TicketCase ticket, AmountCase amount) {
    List<TicketId> named =
        switch (ticket) {
          case NOTHING_NAMED -> List.of();
          case NAMED_TWICE -> List.of(Given.ticket(1), Given.ticket(1));
          case UNKNOWN -> List.of(Given.ticket(9));
          case PAID, PART_REFUNDED, REFUNDED, VOID -> List.of(Given.ticket(1));
          case FREE -> List.of(Given.ticket(3));
        };
    return switch (name) {
      case "RefundTickets" ->
          refundOf(
              named,
              switch (amount) {
                case ALL -> null;
                case ZERO -> 0L;
                case PART -> 1L;
                case TOO_MUCH -> 2501L;
              });
      case "ExchangeTickets" ->
          new ExchangeTickets(
              ORDER,
              PERFORMANCE,
              named,
              OTHER_HOLD,
              List.of(
                  new TicketWish(
                      Given.ticket(4), Theatre.seat("ORCH-B-1"), null, Theatre.FULL, null)),
              Theatre.STAFF,
              PaymentMethod.CASH,
              null,
              null,
              RefundTo.ORIGINAL,
              payment(8),
              SPARE);
      case "VoidTickets" -> new VoidTickets(ORDER, PERFORMANCE, named, REASON);
      case "ReturnCancelled" -> new ReturnCancelled(ORDER, PERFORMANCE, SPARE);
      case "PayRefund" -> new PayRefund(ORDER, PERFORMANCE, REFUND, PaymentMethod.CASH, null);
      case "TakeBackPayment" ->
          new TakeBackPayment(
              ORDER,
              PERFORMANCE,
              payment(2),
              TakenBackReason.DISPUTED,
              switch (amount) {
                case ALL -> null;
                case ZERO -> 0L;
                case PART -> 1L;
                case TOO_MUCH -> 3001L;
              },
              false,
              0,
              false,
              false);
      case "RestorePayment" ->
          new RestorePayment(ORDER, PERFORMANCE, payment(2), false, 0, false, refund(9));
      default -> throw new AssertionError("Expected a command with a table, but it is " + name);
    };
  }

  private static RefundTickets refundOf(List<TicketId> named, Long amountMinor) {
    return new RefundTickets(
        ORDER, PERFORMANCE, named, amountMinor, RefundTo.ORIGINAL, REASON, true, SPARE);
  }
}
