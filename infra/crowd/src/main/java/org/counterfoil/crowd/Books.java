package org.counterfoil.crowd;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.counterfoil.crowd.check.SeenHold;
import org.counterfoil.crowd.check.SeenOrder;
import org.counterfoil.crowd.plan.Visitor.Money;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the crowd was told: every hold and every order that was acknowledged. */
final class Books {

  /** A hold; its end is learnt later. */
  static final class Hold {
    final String id;
    final String secret;
    final boolean isChosenByTheHouse;
    final List<String> seats = new ArrayList<>();
    final List<Place> places = new ArrayList<>();
    private final long answeredAt;
    private final long holdNanos;
    private final AtomicLong askedAt;
    private volatile long givenBackAt;
    private volatile String state = "PLACED";

    private Hold(Wish wish, JsonNode answer, long askedAt, long answeredAt, long holdNanos) {
      this.isChosenByTheHouse = wish instanceof Wish.Best;
      this.id = answer.path("holdId").asString();
      this.secret = answer.path("holdSecret").asString();
      this.askedAt = new AtomicLong(askedAt);
      this.answeredAt = answeredAt;
      this.holdNanos = holdNanos;
      for (JsonNode seat : answer.path("seats")) {
        seats.add(seat.path("seatId").asString());
        places.add(new Place(seat.path("seatId").asString(), null, seat.path("zone").asString()));
      }
      for (JsonNode area : answer.path("areas")) {
        for (int i = 0; i < area.path("quantity").asInt(); i++) {
          places.add(new Place(null, area.path("area").asString(), area.path("zone").asString()));
        }
      }
    }

    /** The same wish sent twice: it may have been placed at the sooner one, and ended as soon. */
    private void askedAlso(long at) {
      askedAt.accumulateAndGet(at, Math::min);
    }

    void givenBack(long at) {
      givenBackAt = at;
    }

    void ended(String how) {
      state = how;
    }

    boolean hasEnded() {
      return !state.equals("PLACED");
    }

    private SeenHold seen() {
      long asked = askedAt.get();
      long endsAfter =
          switch (state) {
            case "SOLD" -> Long.MAX_VALUE;
            case "RELEASED" -> givenBackAt == 0 ? asked : givenBackAt;
            default -> asked + holdNanos;
          };
      return new SeenHold(id, seats, asked, answeredAt, endsAfter, state);
    }
  }

  /** A place of a hold: a seat, or one in an area. */
  record Place(@Nullable String seatId, @Nullable String area, String zone) {}

  /** An order that was placed; what became of it is learnt later. */
  record Order(String id, String secret, Hold hold, long totalMinor, Money money) {}

  private final Map<String, Hold> holds = new ConcurrentHashMap<>();
  private final Map<String, Set<String>> holdsByKey = new ConcurrentHashMap<>();
  private final Collection<Order> orders = new ConcurrentLinkedQueue<>();
  private final Map<String, SeenOrder> ended = new ConcurrentHashMap<>();
  private final Takings takings = new Takings();

  /** Notes a hold; the same one again is the same. */
  Hold hold(Wish wish, String key, JsonNode answer, long askedAt, long holdNanos) {
    long now = System.nanoTime();
    Hold told = new Hold(wish, answer, askedAt, now, holdNanos);
    holdsByKey.computeIfAbsent(key, k -> ConcurrentHashMap.newKeySet()).add(told.id);
    takings.held(now);
    Hold before = holds.putIfAbsent(told.id, told);
    if (before == null) {
      return told;
    }
    before.askedAlso(askedAt);
    return before;
  }

  Order order(Hold hold, JsonNode answer, Money money) {
    Order order =
        new Order(
            answer.path("orderId").asString(),
            answer.path("orderSecret").asString(),
            hold,
            answer.path("totalMinor").asLong(),
            money);
    orders.add(order);
    return order;
  }

  /** Notes what became of an order; {@code at} is when it was told. */
  void ended(SeenOrder order, long at) {
    SeenOrder before = ended.put(order.orderId(), order);
    if (before == null && order.state().equals("COMPLETED")) {
      takings.sold(order, at);
    }
  }

  Collection<Hold> holds() {
    return holds.values();
  }

  Collection<Order> orders() {
    return orders;
  }

  boolean hasEnded(Order order) {
    return ended.containsKey(order.id());
  }

  Takings takings() {
    return takings;
  }

  long sold() {
    return takings.sold();
  }

  List<SeenHold> seenHolds() {
    return holds.values().stream().map(Hold::seen).toList();
  }

  /** Those that ended, as they did, and the others as open. */
  List<SeenOrder> seenOrders() {
    return orders.stream()
        .map(
            order ->
                ended.getOrDefault(
                    order.id(),
                    new SeenOrder(
                        order.id(),
                        order.hold().places.size(),
                        order.totalMinor(),
                        "OPEN",
                        0,
                        0,
                        List.of())))
        .toList();
  }

  Map<String, Set<String>> holdsByKey() {
    return holdsByKey;
  }

  /** What became of the money. */
  CrowdReport.Money money() {
    long told = 0;
    long late = 0;
    long withTickets = 0;
    long sentBack = 0;
    long paid = 0;
    for (Order order : orders) {
      SeenOrder seen = ended.get(order.id());
      if (seen == null || seen.capturedMinor() == 0) {
        continue;
      }
      paid++;
      told += order.money() == Money.DOUBLED ? 1 : 0;
      if (order.money() == Money.LATE) {
        late++;
        withTickets += seen.state().equals("COMPLETED") ? 1 : 0;
        sentBack += seen.refundedMinor() > 0 ? 1 : 0;
      }
    }
    return new CrowdReport.Money(paid, told, late, withTickets, sentBack);
  }
}
