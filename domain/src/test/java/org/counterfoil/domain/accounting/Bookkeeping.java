package org.counterfoil.domain.accounting;

import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.WEB;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.accounting.PerformanceBooks.Stage;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.CarriedPayment;
import org.counterfoil.domain.order.IssuedNumber;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.AgentNamed;
import org.counterfoil.domain.order.OrderEvent.OrderCompleted;
import org.counterfoil.domain.order.OrderEvent.OrderLapsed;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PaidByExchange;
import org.counterfoil.domain.order.OrderEvent.PaymentCaptured;
import org.counterfoil.domain.order.OrderEvent.PaymentRestored;
import org.counterfoil.domain.order.OrderEvent.PaymentTakenBack;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.RefundPaid;
import org.counterfoil.domain.order.OrderEvent.RefundPaidOut;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.PricedLine;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.order.RefundPart;
import org.counterfoil.domain.order.RefundReason;
import org.counterfoil.domain.order.RefundedLine;
import org.counterfoil.domain.order.RefundedTicket;
import org.counterfoil.domain.order.RevenueStand;
import org.counterfoil.domain.order.TakenBackReason;
import org.counterfoil.domain.order.TaxShare;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketReason;
import org.jspecify.annotations.Nullable;

/** Writes down what happens to orders of one performance, and keeps its books. */
final class Bookkeeping {

  private static final PerformanceId ELSEWHERE = new PerformanceId(Theatre.id(51));

  private final VoucherKeeping vouchers = new VoucherKeeping(this::keep);
  private final AgentKeeping agent = new AgentKeeping(this::keep);
  private final PassKeeping pass = new PassKeeping(this::keep);
  private OrderId orderId = Given.order(0);
  private List<PricedTicket> tickets = List.of();
  private List<PricedLine> lines = List.of();
  private OrderBooks order = OrderBooks.placed(PERFORMANCE, EUR, ByRate.NOTHING, List.of());
  private PerformanceBooks performance = PerformanceBooks.SCHEDULED;
  private final List<PaymentCaptured> payments = new ArrayList<>();
  private final List<Operation> operations = new ArrayList<>();
  private final Map<String, Long> balances = new TreeMap<>();
  private final Map<Integer, Long> remaining = new HashMap<>();
  private List<TaxShare> gone = List.of();
  private final Wares wares = new Wares();
  private int orders;
  private int refunds;

  List<Operation> operations() {
    return operations;
  }

  OrderBooks order() {
    return order;
  }

  PerformanceBooks performance() {
    return performance;
  }

  /** Debit less credit of an account of the usual chart. */
  long balanceMinor(Account account) {
    return balances.getOrDefault(account.usualNumber().value(), 0L);
  }

  /** Debit less credit of all accounts of money. */
  long moneyMinor() {
    return balances.entrySet().stream()
        .filter(account -> account.getKey().startsWith("5"))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /**
   * Places an order of places at {@code price@rate}, and of lines at {@code FEE:price@rate} or
   * {@code FEE:price@rate@account}; the ones after go to it.
   */
  void order(List<String> places) {
    orders++;
    orderId = Given.order(orders);
    payments.clear();
    remaining.clear();
    tickets =
        places.stream()
            .filter(place -> !place.contains(":"))
            .map(place -> wares.ticket(place, orders))
            .toList();
    lines = places.stream().filter(place -> place.contains(":")).map(wares::line).toList();
    long total =
        tickets.stream().mapToLong(PricedTicket::faceValueMinor).sum()
            + lines.stream().mapToLong(PricedLine::grossMinor).sum();
    long tax = tickets.stream().mapToLong(PricedTicket::taxMinor).sum();
    order =
        OrderPostings.begin(
            new OrderPlaced(
                orderId,
                ORGANISATION,
                PERFORMANCE,
                WEB,
                List.of(Given.hold(orders)),
                tickets,
                lines,
                EUR,
                total,
                tax,
                Given.LIVE));
  }

  /** The last order is an agent's. */
  @Nullable Operation throughAgent() {
    return post(new AgentNamed(orderId, ORGANISATION, PERFORMANCE, AgentKeeping.AGENT));
  }

  /** What the agent's own books say of money that it took for the last order. */
  Operation agentTakes(String method, long minor) {
    return agent.take(orderId, method, minor);
  }

  /** What the agent's own books say of money that it gave back of the last order. */
  Operation agentGives(String method, long minor) {
    return agent.giveBack(orderId, refund(1), method, minor);
  }

  AgentKeeping agent() {
    return agent;
  }

  @Nullable Operation pay(String method, long minor, Currency currency) {
    PaymentCaptured captured =
        new PaymentCaptured(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            new PaymentId(Theatre.id(10_000 + operations.size() * 100 + payments.size())),
            new PaymentMethod(method),
            null,
            null,
            new Money(minor, currency));
    payments.add(captured);
    return post(captured);
  }

  @Nullable Operation complete() {
    return post(
        new OrderCompleted(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            tickets.stream().map(t -> new IssuedNumber(t.ticketId(), 1)).toList()));
  }

  @Nullable Operation lapse() {
    return post(new OrderLapsed(orderId, ORGANISATION, PERFORMANCE));
  }

  /** The n-th payment of the order is owed back, from 1. */
  @Nullable Operation due(int n) {
    PaymentCaptured payment = payments.get(n - 1);
    return post(
        new RefundDue(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            refund(n),
            payment.paymentId(),
            payment.method(),
            null,
            payment.amount(),
            RefundReason.ORDER_LAPSED));
  }

  /** What was owed of the n-th payment went back. */
  @Nullable Operation back(int n) {
    return post(new RefundPaid(orderId, ORGANISATION, PERFORMANCE, refund(n)));
  }

  /** Takes a part of the n-th ticket's price back, from 1. */
  @Nullable Operation refund(int n, long minor, boolean isPaid, String method) {
    PricedTicket ticket = tickets.get(n - 1);
    long before = remaining.getOrDefault(n, ticket.faceValueMinor());
    remaining.put(n, before - minor);
    long tax = TaxParts.taxOfPart(ticket.taxRate(), before, minor);
    refunds++;
    return post(
        new TicketsRefunded(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            refunds,
            TicketReason.CUSTOMER_REQUEST,
            revenue(),
            EUR,
            List.of(
                new RefundedTicket(
                    ticket.ticketId(),
                    n,
                    minor,
                    minor - tax,
                    tax,
                    ticket.taxRate(),
                    before - minor)),
            List.of(
                new RefundPart(
                    refund(refunds + 10),
                    payments.getFirst().paymentId(),
                    new PaymentMethod(method),
                    null,
                    minor,
                    List.of(new TaxShare(ticket.taxRate(), minor - tax, tax)),
                    isPaid))));
  }

  /**
   * Takes back all lines that begin so, and all tickets where it is asked for, whole.
   *
   * @param how paid, owed, or unpaid where they were on account
   */
  @Nullable Operation refundLines(String product, boolean withTickets, String how, String method) {
    List<PricedLine> returned =
        lines.stream().filter(line -> line.product().name().startsWith(product)).toList();
    List<PricedTicket> places = withTickets ? tickets : List.of();
    refunds++;
    ByRate goods =
        ByRate.sum(
            Stream.concat(
                    places.stream()
                        .map(t -> new RateAmount(t.taxRate(), t.netMinor(), t.taxMinor())),
                    returned.stream()
                        .map(l -> new RateAmount(l.taxRate(), l.netMinor(), l.taxMinor())))
                .toList());
    return post(
        new TicketsRefunded(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            refunds,
            TicketReason.GOODWILL,
            revenue(),
            EUR,
            places.stream()
                .map(
                    t ->
                        new RefundedTicket(
                            t.ticketId(),
                            1,
                            t.faceValueMinor(),
                            t.netMinor(),
                            t.taxMinor(),
                            t.taxRate(),
                            0))
                .toList(),
            returned.stream()
                .map(
                    l ->
                        new RefundedLine(
                            l.lineId(),
                            l.product(),
                            l.grossMinor(),
                            l.netMinor(),
                            l.taxMinor(),
                            l.taxRate(),
                            0))
                .toList(),
            how.equals("unpaid")
                ? List.of()
                : List.of(
                    new RefundPart(
                        refund(refunds + 10),
                        payments.getFirst().paymentId(),
                        new PaymentMethod(method),
                        null,
                        goods.grossMinor(),
                        goods.amounts().stream()
                            .map(one -> new TaxShare(one.rate(), one.netMinor(), one.taxMinor()))
                            .toList(),
                        how.equals("paid")))));
  }

  /**
   * The n-th ticket is exchanged for a place at {@code price@rate}. A difference upwards was paid
   * before; one downwards goes back by the method.
   */
  @Nullable Operation exchange(int n, String place, boolean isPaid, String method) {
    PricedTicket old = tickets.get(n - 1);
    PricedTicket other = wares.ticket(place, orders);
    long before = remaining.getOrDefault(n, old.faceValueMinor());
    long tax = TaxParts.taxOfPart(old.taxRate(), before, before);
    long less = before - other.faceValueMinor();
    remaining.put(n, other.faceValueMinor());
    tickets = new ArrayList<>(tickets);
    tickets.set(n - 1, other);
    refunds++;
    ByRate share =
        ByRate.of(old.taxRate(), before - tax, tax)
            .minus(ByRate.of(other.taxRate(), other.netMinor(), other.taxMinor()));
    RefundPart part =
        new RefundPart(
            refund(refunds + 10),
            new PaymentId(Theatre.id(10_000)),
            new PaymentMethod(method),
            null,
            less,
            share.amounts().stream()
                .map(one -> new TaxShare(one.rate(), one.netMinor(), one.taxMinor()))
                .toList(),
            isPaid);
    return post(
        new TicketsExchanged(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            refunds,
            RevenueStand.DEFERRED,
            EUR,
            List.of(
                new RefundedTicket(old.ticketId(), n, before, before - tax, tax, old.taxRate(), 0)),
            List.of(new IssuedTicket(n + 1, other)),
            Math.max(0, -less),
            less > 0 ? List.of(part) : List.of()));
  }

  /**
   * The n-th ticket is exchanged for those of another performance, with which goes such an amount;
   * what is left goes back by the method.
   *
   * @param rate of the others, whose tax stays
   */
  @Nullable Operation leave(int n, long carried, String rate, boolean isPaid, String method) {
    PricedTicket old = tickets.get(n - 1);
    long before = remaining.getOrDefault(n, old.faceValueMinor());
    long tax = TaxParts.taxOfPart(old.taxRate(), before, before);
    TaxRate other = new TaxRate(rate);
    long otherTax = TaxParts.taxOfPart(other, carried, carried);
    remaining.put(n, 0L);
    refunds++;
    ByRate share =
        ByRate.of(old.taxRate(), before - tax, tax)
            .minus(ByRate.of(other, carried - otherTax, otherTax));
    RefundPart part =
        new RefundPart(
            refund(refunds + 10),
            new PaymentId(Theatre.id(10_000)),
            new PaymentMethod(method),
            null,
            before - carried,
            share.amounts().stream()
                .map(one -> new TaxShare(one.rate(), one.netMinor(), one.taxMinor()))
                .toList(),
            isPaid);
    return post(
        new TicketsExchangedElsewhere(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            refunds,
            revenue(),
            EUR,
            List.of(
                new RefundedTicket(old.ticketId(), n, before, before - tax, tax, old.taxRate(), 0)),
            Given.order(900 + orders),
            ELSEWHERE,
            carried(carried),
            before > carried ? List.of(part) : List.of()));
  }

  /** What was left of tickets of another performance pays for the order. */
  @Nullable Operation enter(long carried) {
    return post(
        new PaidByExchange(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            Given.order(800 + orders),
            ELSEWHERE,
            EUR,
            carried(carried)));
  }

  private static List<CarriedPayment> carried(long minor) {
    return minor == 0
        ? List.of()
        : List.of(
            new CarriedPayment(
                new PaymentId(Theatre.id(10_000)), PaymentMethod.CARD, null, null, minor));
  }

  /** Takes the n-th ticket back, from 1, which nobody paid. */
  @Nullable Operation takeBack(int n) {
    PricedTicket ticket = tickets.get(n - 1);
    refunds++;
    return post(
        new TicketsRefunded(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            refunds,
            TicketReason.CUSTOMER_REQUEST,
            revenue(),
            EUR,
            List.of(
                new RefundedTicket(
                    ticket.ticketId(),
                    n,
                    ticket.faceValueMinor(),
                    ticket.netMinor(),
                    ticket.taxMinor(),
                    ticket.taxRate(),
                    0)),
            List.of()));
  }

  /**
   * A payment was taken back by who had paid.
   *
   * @param n which of the order's payments, from 1
   */
  @Nullable Operation bounce(int n, boolean isFromBank, long feeMinor) {
    PaymentCaptured payment = payments.get(n - 1);
    long amount = payment.amount().minor();
    ByRate paid = order.price().minus(order.unpaid());
    ByRate share = paid.minus(paid.share(paid.grossMinor() - amount));
    gone = share.amounts().stream().map(Bookkeeping::share).toList();
    return post(
        new PaymentTakenBack(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            payment.paymentId(),
            payment.method(),
            null,
            TakenBackReason.UNPAID,
            isFromBank,
            payment.amount(),
            feeMinor,
            gone));
  }

  /** It came again; owed back where the order owes nothing for it. */
  @Nullable Operation restore(int n, boolean isToBank, long feeMinor) {
    PaymentCaptured payment = payments.get(n - 1);
    boolean isOwed = order.receivableMinor() >= payment.amount().minor();
    refunds++;
    return post(
        new PaymentRestored(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            payment.paymentId(),
            payment.method(),
            null,
            isToBank,
            payment.amount(),
            feeMinor,
            isOwed ? gone : List.of(),
            isOwed ? null : refund(refunds + 10)));
  }

  private static TaxShare share(RateAmount amount) {
    return new TaxShare(amount.rate(), amount.netMinor(), amount.taxMinor());
  }

  private RevenueStand revenue() {
    return switch (performance.stage()) {
      case COMING -> RevenueStand.DEFERRED;
      case TAKEN_PLACE -> RevenueStand.EARNED;
      case CANCELLED -> RevenueStand.OWED;
    };
  }

  /** The provider confirmed the last refund. */
  @Nullable Operation repay() {
    return post(new RefundPaid(orderId, ORGANISATION, PERFORMANCE, refund(refunds + 10)));
  }

  /** The last refund was paid at the counter. */
  @Nullable Operation payRefund(String method) {
    return post(
        new RefundPaidOut(
            orderId,
            ORGANISATION,
            PERFORMANCE,
            refund(refunds + 10),
            new PaymentMethod(method),
            null,
            new Money(1, EUR)));
  }

  VoucherKeeping vouchers() {
    return vouchers;
  }

  PassKeeping pass() {
    return pass;
  }

  Operation performed() {
    Operation operation = PerformancePostings.recognise(performance);
    performance = PerformancePostings.ended(Stage.TAKEN_PLACE);
    keep(operation);
    return operation;
  }

  Operation cancelled() {
    Operation operation = PerformancePostings.cancel(performance);
    performance = PerformancePostings.ended(Stage.CANCELLED);
    keep(operation);
    return operation;
  }

  private @Nullable Operation post(OrderEvent event) {
    Posted posted = OrderPostings.post(event, order, performance);
    order = posted.books();
    Operation operation = posted.operation();
    if (operation != null) {
      performance = performance.after(operation);
      keep(operation);
    }
    return operation;
  }

  private void keep(Operation operation) {
    operations.add(operation);
    Posting posting = operation.posting();
    if (posting != null) {
      posting
          .lines()
          .forEach(line -> balances.merge(number(line.account()), line.debitMinor(), Long::sum));
    }
  }

  static String number(LineAccount account) {
    return ChartOfAccounts.USUAL.resolve(account, List.of()).number().value();
  }

  private RefundId refund(int n) {
    return new RefundId(Theatre.id(50_000 + orders * 100 + n));
  }

  static Long minor(String euros) {
    return new java.math.BigDecimal(euros).movePointRight(2).longValueExact();
  }
}
