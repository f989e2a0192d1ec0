package org.counterfoil.domain.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.OrderEvent.ExchangeStarted;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderEvent.PassAsked;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.voucher.VoucherId;
import org.jspecify.annotations.Nullable;

/** The state of an order. */
public final class Order {

  /** How far an order has come. */
  public enum Status {
    PLACED,
    COMPLETED,
    LAPSED
  }

  /** How far a payment has come. */
  public enum PaymentStatus {
    PENDING,
    CAPTURED,
    FAILED
  }

  /**
   * A payment of the order.
   *
   * @param voucherId the voucher that pays; missing where none does
   * @param passId the pass that pays; missing where none does
   */
  public record Payment(
      PaymentId id,
      PaymentMethod method,
      @Nullable ProviderName provider,
      @Nullable VoucherId voucherId,
      @Nullable PassId passId,
      Money amount,
      PaymentStatus status) {

    Payment with(PaymentStatus newStatus, Money newAmount) {
      return new Payment(id, method, provider, voucherId, passId, newAmount, newStatus);
    }
  }

  @Nullable OrderPlaced placed;
  @Nullable OrganisationId agent;
  Status status = Status.PLACED;
  final Map<PaymentId, Payment> payments = new LinkedHashMap<>();
  final Map<TicketId, OrderTicket> tickets = new LinkedHashMap<>();
  final Map<LineId, OrderLine> lines = new LinkedHashMap<>();
  final Map<TicketId, Integer> reissues = new HashMap<>();
  final Map<TicketId, Integer> transfers = new HashMap<>();
  final Set<PaymentId> refunded = new HashSet<>();
  final Map<PaymentId, Long> givenBack = new HashMap<>();

  /** Taken back by who paid, in minor units, and not come again. */
  final Map<PaymentId, Long> takenBack = new LinkedHashMap<>();

  /** Taken back at some time: what a provider says of it again is known. */
  final Set<PaymentId> wentOnce = new HashSet<>();

  /** Came again when nothing was owed for it any more: it is owed back. */
  final Set<PaymentId> restored = new HashSet<>();

  /** What of tickets and lines is not paid, since they are on account or money was taken back. */
  final Map<TaxRate, TaxShare> unpaid = new LinkedHashMap<>();

  final Map<RefundId, Owed> owed = new HashMap<>();
  final Set<RefundId> refundsPaid = new HashSet<>();
  int refundCount;
  final Map<PaymentId, ExchangeStarted> exchangesStarted = new HashMap<>();
  int exchangeCount;
  long takenMinor;
  boolean isOnAccount;
  long givenUpMinor;
  final Map<PaymentId, Long> carried = new HashMap<>();
  final List<OtherOrder> exchangedInto = new ArrayList<>();
  @Nullable OtherOrder exchangedFrom;
  List<OrderPart> parts = List.of();
  @Nullable PassAsked passAsked;
  final Set<TicketId> passTickets = new HashSet<>();

  public boolean exists() {
    return placed != null;
  }

  /** What was ordered; asking before it was placed is an error. */
  public OrderPlaced placed() {
    return Objects.requireNonNull(placed, "Expected a placed order, but it is not");
  }

  /** Who sold it on the organiser's account and has the money; null where the organiser did. */
  public @Nullable OrganisationId agent() {
    return agent;
  }

  /**
   * All parts of the joint order that it is one of, the first of which gives it its id; none where
   * it stands alone.
   */
  public List<OrderPart> parts() {
    return parts;
  }

  /** The id that its buyer knows: that of the joint order, where it is a part of one. */
  public OrderId jointId() {
    return parts.isEmpty() ? placed().orderId() : parts.getFirst().orderId();
  }

  public Status status() {
    return status;
  }

  public List<Payment> payments() {
    return List.copyOf(payments.values());
  }

  /** The payment, or null where the order has none with this id. */
  public @Nullable Payment payment(PaymentId id) {
    return payments.get(id);
  }

  /** The number of an issued ticket, or null where it is not issued. */
  public @Nullable Integer ticketNumber(TicketId ticket) {
    OrderTicket issued = tickets.get(ticket);
    return issued == null ? null : issued.issued().ticketNumber();
  }

  /** The tickets that were issued, void ones included, in the order they were ordered. */
  public List<OrderTicket> tickets() {
    return List.copyOf(tickets.values());
  }

  /** What was sold beside tickets once it was paid, in the order it was ordered. */
  public List<OrderLine> lines() {
    return List.copyOf(lines.values());
  }

  /** The issued ticket, or null where the order has none with this id. */
  public @Nullable OrderTicket ticket(TicketId id) {
    return tickets.get(id);
  }

  /** Whether a ticket has another holder than who bought it. */
  public boolean isTransferred(TicketId ticket) {
    return transfers.containsKey(ticket);
  }

  /** How often a ticket got a new code: which of its codes is to be admitted. */
  public int issueOf(TicketId ticket) {
    return reissues.getOrDefault(ticket, 0);
  }

  /** What was ordered costs, and what exchanges cost more. */
  public Money total() {
    return new Money(placed().totalMinor() + takenMinor, placed().currency());
  }

  /** What was received and is not owed back. */
  public Money received() {
    return payments.values().stream()
        .filter(p -> p.status() == PaymentStatus.CAPTURED && !refunded.contains(p.id()))
        .map(Payment::amount)
        .reduce(Money.zero(placed().currency()), Money::plus)
        .minus(new Money(takenBackMinor(), placed().currency()))
        .minus(givenBack())
        .minus(carried());
  }

  /** What went with tickets to orders of other performances. */
  public Money carried() {
    long minor = carried.values().stream().mapToLong(Long::longValue).sum();
    return new Money(minor, placed().currency());
  }

  /** The orders of other performances that its tickets were exchanged for. */
  public List<OtherOrder> exchangedInto() {
    return List.copyOf(exchangedInto);
  }

  /** The order of another performance that its tickets were exchanged from; null where none was. */
  public @Nullable OtherOrder exchangedFrom() {
    return exchangedFrom;
  }

  /** What was taken back by who had paid, and did not come again. */
  public long takenBackMinor() {
    return takenBack.values().stream().mapToLong(Long::longValue).sum();
  }

  /** What of a payment was taken back by who had paid, and did not come again. */
  public long takenBackMinor(PaymentId payment) {
    return takenBack.getOrDefault(payment, 0L);
  }

  /** What goes back or went back for tickets. */
  public Money givenBack() {
    long minor = givenBack.values().stream().mapToLong(Long::longValue).sum();
    return new Money(minor, placed().currency());
  }

  /** What is still to be paid. */
  public Money outstanding() {
    Money givenUp = new Money(givenUpMinor, placed().currency());
    return total().minus(received()).minus(givenBack()).minus(carried()).minus(givenUp);
  }

  /** What is still to be paid with a pass; the rest of what is to be paid, nothing of one pays. */
  Money owedByPass() {
    PassAsked asked = passAsked;
    boolean isPaid =
        payments.values().stream()
            .anyMatch(
                p ->
                    p.passId() != null
                        && p.status() == PaymentStatus.CAPTURED
                        && !refunded.contains(p.id()));
    return asked == null || isPaid ? Money.zero(placed().currency()) : asked.amount();
  }

  /** What such a payment may still pay of it. */
  Money owedBy(Payment payment) {
    return payment.passId() == null ? outstanding().minus(owedByPass()) : owedByPass();
  }

  /** Whether a pass pays for the ticket, which then has one price: a use. */
  boolean isOfPass(TicketId ticket) {
    return passTickets.contains(ticket);
  }

  /** Whether its tickets were issued before they were paid. */
  public boolean isOnAccount() {
    return isOnAccount;
  }

  /** Whether the buyer owes for tickets that were issued: they are on account, or money went. */
  public boolean isOwing() {
    boolean mayOwe = isOnAccount || (status == Status.COMPLETED && !takenBack.isEmpty());
    return mayOwe && outstanding().minor() > 0;
  }

  /** What was received of a payment and did not go with tickets to another order. */
  public long keptMinor(Payment payment) {
    boolean isReceived = payment.status() == PaymentStatus.CAPTURED;
    return isReceived ? payment.amount().minor() - carried.getOrDefault(payment.id(), 0L) : 0;
  }

  /** What can still go back of a payment, in minor units. */
  long leftOf(Payment payment) {
    boolean isKept = payment.status() == PaymentStatus.CAPTURED && !refunded.contains(payment.id());
    return isKept
        ? Math.max(
            0,
            payment.amount().minor()
                - takenBackMinor(payment.id())
                - givenBack.getOrDefault(payment.id(), 0L)
                - carried.getOrDefault(payment.id(), 0L))
        : 0;
  }
}
