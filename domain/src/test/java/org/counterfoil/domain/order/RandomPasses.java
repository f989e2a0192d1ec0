package org.counterfoil.domain.order;

import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.FULL;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.Theatre.WEB;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.order.LineWish.PassWish;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.ExchangeTickets;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrderWithoutTickets;
import org.counterfoil.domain.order.OrderCommand.RecordRefundPaid;
import org.counterfoil.domain.order.OrderCommand.RefundTickets;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.StartPassPayment;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.PaymentStarted;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.pass.Pass;
import org.counterfoil.domain.pass.PassCommand.ExpirePass;
import org.counterfoil.domain.pass.PassCommand.GiveUpPassPayment;
import org.counterfoil.domain.pass.PassCommand.ReturnUses;
import org.counterfoil.domain.pass.PassCommand.UsePass;
import org.counterfoil.domain.pass.PassEvent.PassIssued;
import org.counterfoil.domain.pass.PassEvent.PassPaymentGivenUp;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassOffer;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seathold.TicketReason;
import org.counterfoil.domain.seating.SeatId;

/** Sells and uses passes in the steps in which the service does, in any order. */
final class RandomPasses {

  private static final ProviderName BANK = new ProviderName("bank");
  private static final List<String> SEATS =
      Theatre.PLAN.seats().stream().map(s -> s.id().value()).toList();

  private final Random random;
  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));
  private final List<OrderId> orders = new ArrayList<>();
  private final Set<String> refusals = new TreeSet<>();
  private Instant now = NOW;
  private long lastId = 100_000;

  RandomPasses(long seed) {
    random = new Random(seed);
    desk.apply(PassPrices.changed());
  }

  Desk desk() {
    return desk;
  }

  List<OrderId> orders() {
    return orders;
  }

  Set<String> refusals() {
    return refusals;
  }

  List<PassId> passes() {
    return desk.log().stream()
        .filter(PassIssued.class::isInstance)
        .map(event -> ((PassIssued) event).passId())
        .toList();
  }

  /** Whether everything that was begun came to its end. */
  boolean isSettled() {
    return begun().stream().allMatch(payment -> isEnded(payment))
        && owed().isEmpty()
        && orders.stream().map(desk::order).noneMatch(RandomPasses::isOpen);
  }

  void step() {
    now = now.plusSeconds(random.nextInt(100) == 0 ? 40 * 86_400 : random.nextInt(120));
    take(next());
  }

  /** What the service does in the end: payments are asked about, refunds go back, orders lapse. */
  void settle() {
    for (PaymentStarted payment : begun()) {
      if (payment.passId() != null && !isEnded(payment)) {
        take(new GiveUpPassPayment(payment.passId(), payment.orderId(), payment.paymentId()));
        boolean isMade =
            desk.pass(payment.passId()).hasPaid(payment.orderId(), payment.paymentId());
        take(isMade ? confirm(payment) : fail(payment));
      } else if (!isEnded(payment)) {
        take(fail(payment));
      }
    }
    now = now.plusSeconds(100_000);
    take(new ExpireHolds(PERFORMANCE));
    for (OrderId id : orders) {
      if (isOpen(desk.order(id))) {
        take(new LapseOrder(id, PERFORMANCE, spare()));
      }
    }
    for (Back back : owed()) {
      giveBack(back);
      take(new RecordRefundPaid(back.orderId(), PERFORMANCE, back.refundId()));
    }
  }

  /** An order of passes alone never lapses. */
  private static boolean isOpen(Order order) {
    return order.exists()
        && order.status() == Order.Status.PLACED
        && !order.placed().isWithoutTickets();
  }

  private Command next() {
    return switch (random.nextInt(16)) {
      case 0 -> passes().size() < 4 ? sellPass() : order();
      case 1, 2 -> order();
      case 3, 4, 5 -> startPass();
      case 6, 7 -> use();
      case 8, 9 -> confirmAny();
      case 10 -> money();
      case 11 -> startMoney();
      case 12 -> refund();
      case 13 -> exchange();
      case 14 -> later();
      default -> ended();
    };
  }

  private Command sellPass() {
    OrderId id = newOrder();
    PassOffer offer =
        new PassOffer(
            PassPrices.TEN,
            new PublicLabel("Carte"),
            1 + random.nextInt(6),
            1_800,
            new TaxRate("5.5"),
            random.nextBoolean() ? null : 1,
            1 + random.nextInt(60),
            null,
            Set.of(),
            Set.of());
    take(
        new PlaceOrderWithoutTickets(
            id,
            ORGANISATION,
            WEB,
            EUR,
            List.of(new PassWish(new LineId(Theatre.id(lastId++)), PassPrices.TEN, offer))));
    return new TakePayment(
        id,
        PerformanceId.NONE,
        newPayment(),
        PaymentMethod.CASH,
        null,
        desk.order(id).outstanding());
  }

  private Command order() {
    OrderId id = newOrder();
    HoldId hold = new HoldId(Theatre.id(lastId++));
    int places = 1 + random.nextInt(3);
    List<String> free = free();
    if (free.size() < places) {
      return refund();
    }
    List<TicketWish> wishes = new ArrayList<>();
    String[] seats = new String[places];
    for (int i = 0; i < places; i++) {
      seats[i] = free.get(i);
      wishes.add(wish(seats[i], random.nextBoolean() ? PassPrices.CARD : FULL));
    }
    hold(hold, seats);
    return new PlaceOrder(id, PERFORMANCE, List.of(hold), wishes, BUYER);
  }

  private void hold(HoldId hold, String... seats) {
    take(
        new PlaceHold(
            PERFORMANCE,
            hold,
            new PlacesWish(java.util.Arrays.stream(seats).map(SeatId::new).toList(), List.of()),
            new HoldClaim(BUYER, null, null, null, null)));
  }

  private TicketWish wish(String seat, PriceTypeCode type) {
    return new TicketWish(new TicketId(Theatre.id(lastId++)), new SeatId(seat), null, type, null);
  }

  /** Seats that nobody has; in a fixed order, so that a seed tells all. */
  private List<String> free() {
    return SEATS.stream()
        .filter(seat -> desk.inventory().isFree(Theatre.PLAN.indexOf(Theatre.seat(seat))))
        .toList();
  }

  private Command startPass() {
    List<PassId> passes = passes();
    if (passes.isEmpty() || orders.isEmpty()) {
      return sellPass();
    }
    PassId pass = passes.get(random.nextInt(passes.size()));
    OrderId id = anyOrder();
    Order order = desk.order(id);
    Money owed = order.exists() ? order.owedByPass() : new Money(1_800, EUR);
    Money amount = owed.minor() == 0 || random.nextInt(5) == 0 ? new Money(1_800, EUR) : owed;
    return new StartPassPayment(
        id, performanceOf(id), newPayment(), pass, desk.pass(pass).issued().terms(), amount);
  }

  private Command use() {
    PaymentStarted payment = anyBegun();
    if (payment == null || payment.passId() == null) {
      return startPass();
    }
    return random.nextInt(8) == 0
        ? new GiveUpPassPayment(payment.passId(), payment.orderId(), payment.paymentId())
        : new UsePass(
            payment.passId(),
            payment.orderId(),
            PERFORMANCE,
            payment.paymentId(),
            payment.amount());
  }

  /** An order hears only of what its pass has said; of money it may hear at any time, and again. */
  private Command confirmAny() {
    PaymentStarted payment = anyBegun();
    if (payment == null) {
      return order();
    }
    if (payment.passId() == null) {
      return random.nextInt(4) == 0 ? fail(payment) : confirm(payment);
    }
    Pass pass = desk.pass(payment.passId());
    if (pass.hasPaid(payment.orderId(), payment.paymentId())) {
      return confirm(payment);
    }
    return isGivenUp(payment) ? fail(payment) : use();
  }

  private Command money() {
    if (orders.isEmpty()) {
      return order();
    }
    OrderId id = anyOrder();
    return new TakePayment(
        id, performanceOf(id), newPayment(), PaymentMethod.CASH, null, someOf(id));
  }

  private Command startMoney() {
    if (orders.isEmpty()) {
      return order();
    }
    OrderId id = anyOrder();
    return new StartPayment(
        id, performanceOf(id), newPayment(), PaymentMethod.CARD, BANK, someOf(id));
  }

  /** Often just what money is to pay; at times more, which is a pass's. */
  private Money someOf(OrderId id) {
    Order order = desk.order(id);
    if (!order.exists()) {
      return new Money(2_500, EUR);
    }
    long forMoney = order.outstanding().minus(order.owedByPass()).minor();
    long minor =
        switch (random.nextInt(4)) {
          case 0 -> order.outstanding().minor();
          case 1 -> 1 + random.nextInt(2_500);
          default -> forMoney;
        };
    return new Money(Math.max(1, minor), EUR);
  }

  private Command refund() {
    OrderId id = orders.isEmpty() ? newOrder() : anyOrder();
    List<TicketId> tickets = new ArrayList<>();
    for (OrderTicket ticket : desk.order(id).tickets()) {
      if (ticket.remainingMinor() > 0 && random.nextBoolean()) {
        tickets.add(ticket.issued().ticket().ticketId());
      }
    }
    return new RefundTickets(
        id,
        performanceOf(id),
        tickets,
        random.nextInt(6) == 0 ? 100L : null,
        random.nextInt(4) == 0 ? RefundTo.CASH : RefundTo.ORIGINAL,
        TicketReason.GOODWILL,
        true,
        spare());
  }

  private Command exchange() {
    OrderId id = orders.isEmpty() ? newOrder() : anyOrder();
    List<OrderTicket> valid =
        desk.order(id).tickets().stream().filter(ticket -> !ticket.isVoid()).toList();
    List<String> free = free();
    if (valid.isEmpty() || free.isEmpty()) {
      return order();
    }
    OrderTicket old = valid.get(random.nextInt(valid.size()));
    HoldId hold = new HoldId(Theatre.id(lastId++));
    hold(hold, free.getFirst());
    return new ExchangeTickets(
        id,
        PERFORMANCE,
        List.of(old.issued().ticket().ticketId()),
        hold,
        List.of(wish(free.getFirst(), random.nextInt(3) == 0 ? FULL : PassPrices.CARD)),
        STAFF,
        PaymentMethod.CASH,
        null,
        null,
        RefundTo.ORIGINAL,
        newPayment(),
        spare());
  }

  /** Time does its work: holds end, orders lapse, passes expire. */
  private Command later() {
    if (random.nextInt(3) == 0 && !passes().isEmpty()) {
      return new ExpirePass(passes().get(random.nextInt(passes().size())));
    }
    take(new ExpireHolds(PERFORMANCE));
    for (OrderId id : orders) {
      Order order = desk.order(id);
      boolean isOver =
          order.exists()
              && order.status() == Order.Status.PLACED
              && !order.placed().isWithoutTickets()
              && !now.isBefore(order.placed().payBefore());
      if (isOver) {
        take(new LapseOrder(id, PERFORMANCE, spare()));
      }
    }
    return new ExpireHolds(PERFORMANCE);
  }

  private Command ended() {
    List<Back> owed = owed();
    if (!owed.isEmpty()) {
      Back back = owed.get(random.nextInt(owed.size()));
      giveBack(back);
      return new RecordRefundPaid(back.orderId(), PERFORMANCE, back.refundId());
    }
    boolean isCancelled =
        desk.log().stream()
            .anyMatch(e -> e.getClass().getSimpleName().equals("PerformanceCancelled"));
    if (isCancelled) {
      return new ReturnCancelled(anyOrder(), PERFORMANCE, spare());
    }
    return random.nextInt(40) == 0
        ? new CancelPerformance(PERFORMANCE, CancellationReason.ILLNESS, true, null)
        : refund();
  }

  private record Back(
      OrderId orderId, PaymentId paymentId, RefundId refundId, ProviderName provider, long minor) {}

  /** What a provider is to send back and has not. */
  private List<Back> owed() {
    List<Back> owed = new ArrayList<>();
    for (Event event : desk.log()) {
      switch (event) {
        case RefundDue due ->
            owed.add(
                new Back(
                    due.orderId(),
                    due.paymentId(),
                    due.refundId(),
                    due.provider(),
                    due.amount().minor()));
        case TicketsRefunded refunded ->
            refunded.parts().forEach(part -> owed.add(of(refunded.orderId(), part)));
        case TicketsExchanged exchanged ->
            exchanged.parts().forEach(part -> owed.add(of(exchanged.orderId(), part)));
        default -> {
          // Nothing that goes back.
        }
      }
    }
    return owed.stream()
        .filter(back -> !desk.order(back.orderId()).refundsPaid.contains(back.refundId()))
        .filter(back -> back.provider() != null)
        .toList();
  }

  private static Back of(OrderId order, RefundPart part) {
    return new Back(order, part.paymentId(), part.refundId(), part.provider(), part.amountMinor());
  }

  private void giveBack(Back back) {
    if (ProviderName.PASSES.equals(back.provider())) {
      PassId pass =
          Objects.requireNonNull(desk.order(back.orderId()).payment(back.paymentId())).passId();
      take(
          new ReturnUses(
              Objects.requireNonNull(pass),
              back.orderId(),
              PERFORMANCE,
              back.refundId(),
              new Money(back.minor(), EUR)));
    }
  }

  private ConfirmPayment confirm(PaymentStarted payment) {
    return new ConfirmPayment(
        payment.orderId(),
        payment.performanceId(),
        payment.paymentId(),
        payment.amount(),
        new HoldId(Theatre.id(lastId++)),
        new RefundId(Theatre.id(lastId++)));
  }

  private static FailPayment fail(PaymentStarted payment) {
    return new FailPayment(payment.orderId(), payment.performanceId(), payment.paymentId());
  }

  private List<PaymentStarted> begun() {
    return desk.log().stream()
        .filter(PaymentStarted.class::isInstance)
        .map(PaymentStarted.class::cast)
        .toList();
  }

  private PaymentStarted anyBegun() {
    List<PaymentStarted> begun = begun();
    return begun.isEmpty()
        ? null
        : begun.get(begun.size() - 1 - random.nextInt(Math.min(4, begun.size())));
  }

  private boolean isEnded(PaymentStarted payment) {
    return Objects.requireNonNull(desk.order(payment.orderId()).payment(payment.paymentId()))
            .status()
        != Order.PaymentStatus.PENDING;
  }

  private boolean isGivenUp(PaymentStarted payment) {
    return desk.log().stream()
        .anyMatch(
            event ->
                event instanceof PassPaymentGivenUp given
                    && given.paymentId().equals(payment.paymentId()));
  }

  private void take(Command command) {
    if (desk.handle(command, now) instanceof Decision.Rejected<? extends Event> refused) {
      refusals.add(refused.code().toString());
    }
  }

  private OrderId newOrder() {
    OrderId id = new OrderId(Theatre.id(lastId++));
    orders.add(id);
    return id;
  }

  private OrderId anyOrder() {
    return orders.get(orders.size() - 1 - random.nextInt(Math.min(6, orders.size())));
  }

  private PerformanceId performanceOf(OrderId id) {
    Order order = desk.order(id);
    return order.exists() ? order.placed().performanceId() : PERFORMANCE;
  }

  private PaymentId newPayment() {
    return new PaymentId(Theatre.id(lastId++));
  }

  private List<RefundId> spare() {
    List<RefundId> ids = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      ids.add(new RefundId(Theatre.id(lastId++)));
    }
    return ids;
  }
}
