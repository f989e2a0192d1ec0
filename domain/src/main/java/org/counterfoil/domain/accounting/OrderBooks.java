package org.counterfoil.domain.accounting;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.function.UnaryOperator;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.performance.PerformanceId;

/**
 * What was booked of one order so far; a value.
 *
 * @param price what its tickets and lines cost, as frozen when it was placed
 * @param lines what of it is sold beside tickets
 * @param isCompleted whether its tickets were issued and booked
 * @param receivableMinor what the buyer owes: of tickets on account, and of money that was taken
 *     back
 * @param unpaid what of the price is not paid, so that its tax waits
 * @param isThroughAgent whether its money is in an agent's till
 */
public record OrderBooks(
    PerformanceId performanceId,
    Currency currency,
    ByRate price,
    List<BookedLine> lines,
    boolean isCompleted,
    long receivableMinor,
    ByRate unpaid,
    List<Received> payments,
    List<Owed> owed,
    boolean isThroughAgent) {

  public OrderBooks {
    lines = List.copyOf(lines);
    payments = List.copyOf(payments);
    owed = List.copyOf(owed);
  }

  static OrderBooks placed(
      PerformanceId performance, Currency currency, ByRate price, List<BookedLine> lines) {
    return new OrderBooks(
        performance, currency, price, lines, false, 0, ByRate.NOTHING, List.of(), List.of(), false);
  }

  /** What is sold beside tickets. */
  ByRate beside() {
    return sum(true);
  }

  /** What becomes a debt and is no sale: vouchers and passes. */
  ByRate vouchers() {
    return sum(false);
  }

  private ByRate sum(boolean isSold) {
    ByRate sum = ByRate.NOTHING;
    for (BookedLine line : lines) {
      sum = line.isSold() == isSold ? sum.plus(line.amount()) : sum;
    }
    return sum;
  }

  BookedLine line(LineId id) {
    return lines.stream()
        .filter(line -> line.lineId().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Expected line " + id + ", but it never was"));
  }

  List<Received> in(Received.State state) {
    return payments.stream().filter(payment -> payment.state() == state).toList();
  }

  /** What was paid in advance. */
  long depositsMinor() {
    return in(Received.State.DEPOSIT).stream().mapToLong(Received::amountMinor).sum();
  }

  Received payment(PaymentId id) {
    return payments.stream()
        .filter(payment -> payment.paymentId().equals(id))
        .findFirst()
        .orElseThrow(
            () -> new IllegalStateException("Expected payment " + id + ", but it never was"));
  }

  Owed owed(RefundId id) {
    return owed.stream()
        .filter(refund -> refund.refundId().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException("Expected refund " + id + " to be owed, but it is not"));
  }

  OrderBooks with(Received payment) {
    List<Received> more = new ArrayList<>(payments);
    more.add(payment);
    return having(more, owed);
  }

  OrderBooks with(Owed refund) {
    List<Owed> more = new ArrayList<>(owed);
    more.add(refund);
    return having(payments, more);
  }

  OrderBooks without(Owed refund) {
    return having(payments, owed.stream().filter(other -> !other.equals(refund)).toList());
  }

  OrderBooks changing(UnaryOperator<Received> change) {
    return having(payments.stream().map(change).toList(), owed);
  }

  /** The buyer owes so much, for this part of the price. */
  OrderBooks owing(long minor, ByRate goods) {
    return costing(price, isCompleted, minor, goods);
  }

  /** Tickets on account were taken back: they cost and owe nothing any more. */
  OrderBooks withoutUnpaid(ByRate goods) {
    return costing(
        price.minus(goods), isCompleted, receivableMinor - goods.grossMinor(), unpaid.minus(goods));
  }

  /** Its tickets were issued: what waited or was paid in advance bought them. */
  OrderBooks completed() {
    return changing(OrderBooks::spend).costing(price, true, receivableMinor, unpaid);
  }

  /** Its money is in an agent's till. */
  OrderBooks throughAgent() {
    return new OrderBooks(
        performanceId,
        currency,
        price,
        lines,
        isCompleted,
        receivableMinor,
        unpaid,
        payments,
        owed,
        true);
  }

  /** The same sale with other money. */
  private OrderBooks having(List<Received> otherPayments, List<Owed> otherOwed) {
    return new OrderBooks(
        performanceId,
        currency,
        price,
        lines,
        isCompleted,
        receivableMinor,
        unpaid,
        otherPayments,
        otherOwed,
        isThroughAgent);
  }

  /** The same money for another sale. */
  private OrderBooks costing(
      ByRate otherPrice, boolean completed, long receivable, ByRate otherUnpaid) {
    return new OrderBooks(
        performanceId,
        currency,
        otherPrice,
        lines,
        completed,
        receivable,
        otherUnpaid,
        payments,
        owed,
        isThroughAgent);
  }

  static Received spend(Received payment) {
    return switch (payment.state()) {
      case WAITING, DEPOSIT -> payment.in(Received.State.SPENT);
      case SPENT, OWED, FOREIGN, TAKEN_BACK -> payment;
    };
  }
}
