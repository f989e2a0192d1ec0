package org.counterfoil.domain.history;

import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.PLAN;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.Theatre.WEB;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.LineId;
import org.counterfoil.domain.order.LineWish;
import org.counterfoil.domain.order.LineWish.DonationWish;
import org.counterfoil.domain.order.LineWish.VoucherWish;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.order.OrderCommand.ConfirmPayment;
import org.counterfoil.domain.order.OrderCommand.FailPayment;
import org.counterfoil.domain.order.OrderCommand.LapseOrder;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderCommand.RecordRefundPaid;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.OrderCommand.SellOnAccount;
import org.counterfoil.domain.order.OrderCommand.StartPayment;
import org.counterfoil.domain.order.OrderCommand.TakePayment;
import org.counterfoil.domain.order.OrderCommand.TicketWish;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.PaymentId;
import org.counterfoil.domain.order.ProviderName;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.ChannelWindow;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceCommand.ChangePriceList;
import org.counterfoil.domain.performance.PerformanceCommand.ReleaseAccessiblePlaces;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.Presale;
import org.counterfoil.domain.performance.PriceQuota;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.BestAvailableWish;
import org.counterfoil.domain.seathold.CompReason;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExtendHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.domain.seating.SeatId;

/** Asks for anything that buyers, staff and payment providers might ask for, wise or not. */
final class RandomCommands {

  private static final ProviderName PROVIDER = new ProviderName("simulated");

  private final Random random;
  private final Desk desk;
  private final List<OrderId> orders = new ArrayList<>();
  private final List<PaymentId> payments = new ArrayList<>();
  private final RandomKeeping keeping;
  private final RandomQueueing queueing;
  private final RandomReturning returning;
  private final RandomSpending spending;
  private long lastId = 10_000;

  private final RandomWaiting waiting;

  RandomCommands(Random random, Desk desk) {
    this.waiting = new RandomWaiting(random, desk);
    this.random = random;
    this.desk = desk;
    this.keeping = new RandomKeeping(random, desk, this::id);
    this.queueing = new RandomQueueing(random, desk, this::id);
    this.returning = new RandomReturning(random, desk, this::newRefund);
    this.spending = new RandomSpending(random, desk, this::id);
  }

  Command next(Instant now) {
    if (waiting.isUnderway() && random.nextInt(4) == 0) {
      return waiting.next();
    }
    if (random.nextInt(12) == 0) {
      return keeping.next(now);
    }
    if (random.nextInt(12) == 0) {
      return queueing.next();
    }
    if (random.nextInt(15) == 0) {
      return returning.next(pickOrder());
    }
    if (random.nextInt(5) == 0) {
      return spending.next(anyOrder());
    }
    int dice = random.nextInt(100);
    if (dice < 28) {
      return placeHold();
    } else if (dice < 34) {
      return new ReleaseHold(PERFORMANCE, anyHold());
    } else if (dice < 37) {
      return new ExtendHold(PERFORMANCE, anyHold());
    } else if (dice < 40) {
      return new ExpireHolds(PERFORMANCE);
    } else if (dice < 56) {
      return placeOrder();
    } else if (dice < 93) {
      return payment(anyOrder());
    } else if (dice < 98) {
      return random.nextInt(8) == 0 ? new ReleaseAccessiblePlaces(PERFORMANCE) : changePrices();
    } else if (dice < 99) {
      return random.nextInt(3) > 0 ? onsale(now) : setPresale(now);
    }
    return waiting.next();
  }

  private Command onsale(Instant now) {
    OnsaleWindow window = new OnsaleWindow(null, now.plusSeconds(random.nextInt(-200, 2000)));
    List<ChannelWindow> own = List.of(new ChannelWindow(WEB, new OnsaleWindow(now, null)));
    return new SetOnsale(
        PERFORMANCE, window, random.nextBoolean() ? own : List.of(), waiting.wish());
  }

  private ChangePriceList changePrices() {
    List<PriceQuota> quotas =
        random.nextInt(4) == 0
            ? List.of()
            : List.of(new PriceQuota(Theatre.STALLS, Theatre.FULL, random.nextInt(4)));
    return new ChangePriceList(PERFORMANCE, Theatre.prices(1 + random.nextInt(9000)), quotas);
  }

  /** Opens soon, and for the holders of one of the two codes at once. */
  private SetOnsale setPresale(Instant now) {
    Presale presale =
        new Presale(List.of(Given.presaleCode(1)), new OnsaleWindow(null, null), random.nextInt(5));
    OnsaleWindow window = new OnsaleWindow(now.plusSeconds(random.nextInt(1, 300)), null);
    return new SetOnsale(PERFORMANCE, window, List.of(), waiting.wish(), presale);
  }

  /** Mostly of somebody known: one of three buyers, with one of two codes or none. */
  private HoldClaim anyClaim() {
    return keeping.claim(
        new HoldClaim(
            anyCaller(),
            random.nextInt(3) == 0 ? null : Given.buyer(random.nextInt(3)),
            waiting.admission(),
            random.nextInt(3) == 0 ? Given.presaleCode(1 + random.nextInt(2)) : null,
            null));
  }

  /** What lets an order lapse, with ids to spare. */
  LapseOrder lapse(OrderId order) {
    List<RefundId> spare =
        Stream.generate(this::newRefund).limit(desk.order(order).payments().size()).toList();
    return new LapseOrder(order, PERFORMANCE, spare);
  }

  List<OrderId> orders() {
    return orders;
  }

  /** What gives everything back of an order whose performance was cancelled. */
  ReturnCancelled returnAll(OrderId order) {
    return new ReturnCancelled(order, PERFORMANCE, returning.spare(order));
  }

  /** Mostly one that has tickets. */
  private OrderId pickOrder() {
    List<OrderId> sold = orders.stream().filter(id -> !desk.order(id).tickets().isEmpty()).toList();
    return sold.isEmpty() || random.nextInt(20) == 0 ? anyOrder() : pick(sold);
  }

  private PlaceHold placeHold() {
    List<SeatId> seats = new ArrayList<>();
    int count = 1 + random.nextInt(3);
    int first = random.nextInt(PLAN.seatCount());
    for (int seat = 0; seat < count; seat++) {
      seats.add(PLAN.seat((first + seat) % PLAN.seatCount()).id());
    }
    if (random.nextInt(40) == 0) {
      seats.add(random.nextBoolean() ? Theatre.seat("NOWHERE") : PLAN.seat(first).id());
    }
    List<AreaWish> areas = List.of();
    if (random.nextInt(3) == 0) {
      seats.clear();
      areas = List.of(new AreaWish(PIT, random.nextInt(4)));
    }
    HoldId hold = random.nextInt(40) == 0 ? anyHold() : newHold();
    boolean isBest = random.nextInt(6) == 0;
    PlacesWish places =
        isBest
            ? PlacesWish.ofBestAvailable(
                BestAvailableWish.of(
                    random.nextInt(3) == 0 ? Theatre.BALCONY : Theatre.STALLS,
                    1 + random.nextInt(4)))
            : new PlacesWish(seats, areas);
    return new PlaceHold(PERFORMANCE, hold, places, anyClaim());
  }

  private PlaceOrder placeOrder() {
    List<HoldId> chosen = new ArrayList<>();
    chosen.add(recentHold());
    if (random.nextInt(4) == 0) {
      chosen.add(recentHold());
    }
    Caller caller = anyCaller();
    List<TicketWish> tickets = new ArrayList<>();
    for (HoldId id : Set.copyOf(chosen)) {
      SeatHold hold = desk.inventory().hold(id);
      if (hold != null) {
        for (HeldSeat seat : hold.seats()) {
          tickets.add(ticket(caller, seat.seatId(), false));
        }
        for (HeldArea area : hold.areas()) {
          for (int place = 0; place < area.quantity(); place++) {
            tickets.add(ticket(caller, null, true));
          }
        }
      }
    }
    if (random.nextInt(20) == 0 && !tickets.isEmpty()) {
      tickets.removeLast();
    }
    OrderId order = random.nextInt(40) == 0 && !orders.isEmpty() ? pick(orders) : newOrder();
    return new PlaceOrder(order, PERFORMANCE, chosen, tickets, beside(), caller);
  }

  private List<LineWish> beside() {
    return switch (random.nextInt(10)) {
      case 0, 1 -> List.of(new DonationWish(new LineId(id()), random.nextInt(500)));
      case 2, 3 -> List.of(new VoucherWish(new LineId(id()), random.nextInt(5_000), validDays()));
      default -> List.of();
    };
  }

  /** Some are over as soon as they are issued. */
  private int validDays() {
    return random.nextInt(4) == 0 ? 0 : 365;
  }

  private TicketWish ticket(Caller caller, SeatId seat, boolean isArea) {
    boolean isComp = random.nextInt(6) == 0 && caller.equals(STAFF);
    PriceTypeCode price = isComp ? Theatre.COMP : Theatre.FULL;
    if (random.nextInt(60) == 0) {
      price = Theatre.MEMBER;
    }
    CompReason reason = price.equals(Theatre.COMP) ? CompReason.ARTIST : null;
    return new TicketWish(new TicketId(id()), seat, isArea ? PIT : null, price, reason);
  }

  private Command payment(OrderId id) {
    Order order = desk.order(id);
    int dice = random.nextInt(100);
    if (dice < 25) {
      return new TakePayment(
          id, PERFORMANCE, newPayment(), PaymentMethod.CASH, null, amount(order));
    } else if (dice < 55) {
      return new StartPayment(
          id, PERFORMANCE, newPayment(), PaymentMethod.CARD, PROVIDER, amount(order));
    } else if (dice < 85) {
      return confirm(id, order);
    } else if (dice < 92) {
      return new FailPayment(id, PERFORMANCE, anyPayment(order));
    } else if (dice < 95) {
      return new SellOnAccount(id, PERFORMANCE);
    }
    List<RefundId> due =
        desk.log().stream()
            .filter(RefundDue.class::isInstance)
            .map(event -> (RefundDue) event)
            .filter(refund -> refund.orderId().equals(id))
            .map(RefundDue::refundId)
            .toList();
    RefundId refund = due.isEmpty() ? newRefund() : pick(due);
    return new RecordRefundPaid(id, PERFORMANCE, refund);
  }

  /** Mostly the amount that was begun; providers are not always right. */
  private ConfirmPayment confirm(OrderId id, Order order) {
    PaymentId payment = anyPayment(order);
    Order.Payment begun = order.payment(payment);
    Money amount = begun == null || random.nextInt(10) == 0 ? amount(order) : begun.amount();
    return new ConfirmPayment(id, PERFORMANCE, payment, amount, newHold(), newRefund());
  }

  private Money amount(Order order) {
    Money outstanding =
        order.exists() ? order.outstanding() : new Money(random.nextInt(-1, 5000), EUR);
    return switch (random.nextInt(10)) {
      case 0 -> new Money(outstanding.minor() + 1, EUR);
      case 1, 2, 3 -> new Money(outstanding.minor() / 2, EUR);
      default -> outstanding;
    };
  }

  private PaymentId anyPayment(Order order) {
    // What a voucher pays is said by the voucher: see RandomSpending.
    List<Order.Payment> known =
        order.payments().stream().filter(paid -> paid.voucherId() == null).toList();
    if (known.isEmpty() || random.nextInt(30) == 0) {
      return payments.isEmpty() ? newPayment() : pick(payments);
    }
    return pick(known).id();
  }

  private Caller anyCaller() {
    return random.nextInt(4) == 0 ? STAFF : BUYER;
  }

  private HoldId anyHold() {
    return random.nextInt(40) == 0 ? newHold() : recentHold();
  }

  /** One of those placed last, mostly one that still is. */
  private HoldId recentHold() {
    List<HoldId> placed = desk.inventory().placedHolds().stream().map(SeatHold::id).toList();
    if (placed.isEmpty() || random.nextInt(8) == 0) {
      List<HoldId> ended =
          desk.inventory().snapshot().ended().values().stream()
              .flatMap(List::stream)
              .sorted(Comparator.comparing(HoldId::value))
              .toList();
      return ended.isEmpty() ? newHold() : pick(ended);
    }
    return pick(placed);
  }

  private HoldId newHold() {
    return new HoldId(id());
  }

  /** One of those placed, or one that was refused. */
  private OrderId anyOrder() {
    List<OrderId> placed = orders.stream().filter(id -> desk.order(id).exists()).toList();
    if (placed.isEmpty() || random.nextInt(30) == 0) {
      return orders.isEmpty() ? newOrder() : pick(orders);
    }
    return pick(placed.subList(Math.max(0, placed.size() - 4), placed.size()));
  }

  private OrderId newOrder() {
    orders.add(new OrderId(id()));
    return orders.getLast();
  }

  private PaymentId newPayment() {
    payments.add(new PaymentId(id()));
    return payments.getLast();
  }

  private RefundId newRefund() {
    return new RefundId(id());
  }

  private UUID id() {
    lastId++;
    return Theatre.id(lastId);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
