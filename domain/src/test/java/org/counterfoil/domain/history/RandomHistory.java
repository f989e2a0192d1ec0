package org.counterfoil.domain.history;

import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.PIT_CAPACITY;
import static org.counterfoil.domain.Theatre.PLAN;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Picture;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.heldback.HeldBackCommand.ReturnDueAllotments;
import org.counterfoil.domain.heldback.Keeper;
import org.counterfoil.domain.order.Order;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceCommand;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceCommand.CompletePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SettleCancellation;
import org.counterfoil.domain.performance.PerformanceEvent.AgentsSet;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.performance.PriceQuota;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SaleRules.SeatChoice;
import org.counterfoil.domain.performance.SalesAgent;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.AdmissionId;
import org.counterfoil.domain.seathold.BestAvailableWish;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldCommand.OfferPlaces;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseAllHolds;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.seathold.SeatInventory;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;

/**
 * One sale from its first hold to the end of the performance, by chance: the seed replays it. After
 * every command the desk's state is compared with {@link NaiveBooks}.
 */
final class RandomHistory {

  private static final Caller NOBODY = new Caller(new SalesChannel("NOBODY"), Set.of());
  private static final SaleRules RULES = new SaleRules(120, 4, 4, SeatChoice.ANY, false);
  private static final List<SeatHoldRejection> TAKEN =
      List.of(
          SeatHoldRejection.SEAT_NOT_FOR_SALE,
          SeatHoldRejection.SEAT_ALREADY_SOLD,
          SeatHoldRejection.SEAT_ALREADY_HELD,
          SeatHoldRejection.NOT_ENOUGH_SEATS);

  private final Random random;
  private final Desk desk;
  private final NaiveBooks books = new NaiveBooks(PLAN);
  private final RandomCommands commands;
  private final Deque<OrderId> toLapse = new ArrayDeque<>();
  private final Set<AdmissionId> burnt = new HashSet<>();
  private final List<String> faults = new ArrayList<>();
  private final NaiveList list = new NaiveList(faults, this::mayHave);
  private final Map<String, Integer> outcomes = new TreeMap<>();
  private Instant now = NOW;
  private int handled;

  /**
   * What a history led to.
   *
   * @param outcomes how often each event happened and each code was answered
   */
  record Outcome(List<String> faults, Map<String, Integer> outcomes) {}

  private RandomHistory(long seed, Desk desk) {
    this.random = new Random(seed);
    this.desk = desk;
    this.commands = new RandomCommands(random, desk);
  }

  static Outcome run(long seed, int count, Supplier<Desk> desks) {
    RandomHistory history = new RandomHistory(seed, desks.get());
    Given.onsale(RULES).forEach(history::record);
    if (history.random.nextBoolean()) {
      PriceQuota three = new PriceQuota(Theatre.STALLS, Theatre.FULL, 3);
      history.record(new QuotasSet(PERFORMANCE, List.of(three)));
    }
    if (seed % 4 == 0) {
      SalesAgent web = new SalesAgent(Theatre.WEB, new OrganisationId(Theatre.id(77)));
      history.record(new AgentsSet(PERFORMANCE, List.of(web)));
    }
    for (int command = 0; command < count && history.faults.isEmpty(); command++) {
      history.step();
      if (command % 20 == 0) {
        history.compareRestored();
      }
    }
    history.finish();
    history.faults.addAll(history.books.faults());
    return new Outcome(history.faults, history.outcomes);
  }

  private void step() {
    now = now.plusSeconds(random.nextInt(20) == 0 ? random.nextInt(600) : random.nextInt(15));
    handle(commands.next(now));
    // Mostly an order lapses with its hold; now and then something comes in between.
    while (!toLapse.isEmpty() && random.nextInt(4) > 0) {
      handle(commands.lapse(toLapse.removeFirst()));
    }
    compare();
  }

  /** Nothing more comes in; what is open ends. */
  private void finish() {
    if (random.nextInt(3) == 0) {
      end(new CancelPerformance(PERFORMANCE, CancellationReason.WEATHER, true, null));
      commands.orders().forEach(order -> handle(commands.returnAll(order)));
      handle(new SettleCancellation(PERFORMANCE));
    }
    now = desk.performance().endsAt().plusSeconds(3600);
    end(new CompletePerformance(PERFORMANCE, true));
    handle(new ExpireHolds(PERFORMANCE));
    handle(new ReturnDueAllotments(PERFORMANCE));
    books.keeping().requireNoneDue(now);
    while (!toLapse.isEmpty()) {
      handle(commands.lapse(toLapse.removeFirst()));
    }
    compare();
    books.settle();
    require(books.live().isEmpty(), "Expected every hold to have ended (I7), but not all have");
    for (OrderId order : commands.orders()) {
      boolean isOpen =
          desk.order(order).exists() && desk.order(order).status() == Order.Status.PLACED;
      require(!isOpen, "Expected every order to have ended, but " + order + " is open");
    }
    compareRestored();
  }

  /** As the desks do: what is held ends with it. */
  private void end(PerformanceCommand how) {
    handle(how);
    handle(new ReleaseAllHolds(PERFORMANCE));
    while (!toLapse.isEmpty()) {
      handle(commands.lapse(toLapse.removeFirst()));
    }
  }

  private void handle(Command command) {
    // A picture costs far more than a decision: every fourth command has one.
    String before = handled % 4 == 0 ? desk.picture() : "";
    Decision<? extends Event> decision = desk.decide(command, now);
    boolean isUnchanged = handled % 4 != 0 || desk.picture().equals(before);
    require(isUnchanged, "deciding changed the state: " + command);
    handled++;
    require(decision.equals(desk.decide(command, now)), "deciding twice differs: " + command);
    if (command instanceof PlaceHold wish) {
      compareWithExpected(wish, decision);
      compareLimits(wish, decision);
    }
    int fullBefore = books.takenOf(Theatre.STALLS, Theatre.FULL);
    switch (decision) {
      case Decision.Rejected<? extends Event> rejected ->
          outcomes.merge(rejected.code().name(), 1, Integer::sum);
      case Decision.Accepted<? extends Event> accepted -> {
        accepted.events().forEach(this::record);
        offer();
      }
    }
    int full = books.takenOf(Theatre.STALLS, Theatre.FULL);
    boolean isWithin = full <= fullBefore || full <= quotaOfFull();
    require(isWithin, "a quota of " + quotaOfFull() + " has " + full + " tickets: " + command);
  }

  /** As the desks do: what came back is offered at once, until nobody can be offered anything. */
  private void offer() {
    for (Event offer : Then.events(desk.decide(new OfferPlaces(PERFORMANCE), now))) {
      record(offer);
      BuyerMark buyer = ((HoldPlaced) offer).buyer();
      require(
          buyer == null || books.takenBy(buyer, now) <= RULES.maxSeatsPerBuyer(),
          "over the limit per buyer, but offered: " + offer);
    }
    for (WaitingListJoined entry : list.waiting()) {
      int seats = books.onGeneralSaleIn(entry.zone(), Instant.MIN);
      boolean isInPit =
          entry.zone().equals(Theatre.STANDING)
              && books.freeIn(PIT, Instant.MIN, HoldClaim.of(NOBODY)) >= entry.quantity();
      require(
          (seats < entry.quantity() && !isInPit) || !isBeforeItsEnd() || !mayHave(entry),
          entry + " waits for what is free");
    }
  }

  private boolean mayHave(WaitingListJoined entry) {
    return entry.buyer() == null
        || books.takenBy(entry.buyer(), now) + entry.quantity() <= RULES.maxSeatsPerBuyer();
  }

  private static ZoneName zoneOf(SeatId seat) {
    int index = PLAN.indexOf(seat);
    return index < 0 ? Theatre.STALLS : PLAN.seat(index).zone();
  }

  private boolean isBeforeItsEnd() {
    return !desk.performance().isOverAt(now);
  }

  /** What is over counts as free, but not for buyers where others wait for it. */
  private Instant freeBy(ZoneName zone, HoldClaim claim) {
    return list.awaits(zone) && !claim.caller().isStaff() ? Instant.MIN : now;
  }

  private int quotaOfFull() {
    return desk.log().reversed().stream()
        .filter(QuotasSet.class::isInstance)
        .map(event -> ((QuotasSet) event).quotas())
        .findFirst()
        .filter(quotas -> !quotas.isEmpty())
        .map(quotas -> quotas.getFirst().quota())
        .orElse(Integer.MAX_VALUE);
  }

  /** A buyer gets as many places as the rules say, and is refused none of them. */
  private void compareLimits(PlaceHold wish, Decision<? extends Event> decision) {
    BuyerMark buyer = wish.claim().buyer();
    if (buyer == null || wish.claim().caller().isStaff()) {
      return;
    }
    int asked =
        (wish.places().bestAvailable() == null ? 0 : wish.places().bestAvailable().quantity())
            + wish.places().seats().size()
            + wish.places().areas().stream().mapToInt(AreaWish::quantity).sum();
    boolean isWithin = books.takenBy(buyer, now) + asked <= RULES.maxSeatsPerBuyer();
    switch (decision) {
      case Decision.Rejected<? extends Event> rejected ->
          require(
              !isWithin
                  || rejected.code() != SeatHoldRejection.HOLD_LIMIT_REACHED
                  || rejected.detail().contains("presale"),
              "within the limit, but " + rejected + ": " + wish);
      case Decision.Accepted<? extends Event> accepted ->
          require(isWithin, "over the limit per buyer, but accepted: " + wish);
    }
  }

  private void record(Event event) {
    outcomes.merge(event.getClass().getSimpleName(), 1, Integer::sum);
    desk.apply(event);
    books.apply(event);
    list.apply(event);
    if (event instanceof HoldPlaced placed && placed.admission() != null) {
      require(burnt.add(placed.admission()), "an admission was burnt twice: " + placed);
    }
    if (event instanceof HoldExpired expired && expired.orderId() != null) {
      toLapse.add(expired.orderId());
    }
    if (event instanceof HoldReleased released && released.orderId() != null) {
      toLapse.add(released.orderId());
    }
  }

  /** Free places are not refused as taken, and taken ones not given, in either direction. */
  private void compareWithExpected(PlaceHold wish, Decision<? extends Event> decision) {
    boolean areSeatsFree =
        wish.places().seats().stream()
            .allMatch(seat -> books.isFree(seat, freeBy(zoneOf(seat), wish.claim()), wish.claim()));
    int asked = wish.places().areas().stream().mapToInt(a -> a.quantity()).sum();
    BestAvailableWish best = wish.places().bestAvailable();
    boolean isFree =
        areSeatsFree
            && asked <= books.freeIn(PIT, freeBy(Theatre.STANDING, wish.claim()), wish.claim())
            && (best == null
                || best.quantity()
                    <= books.freeSeatsIn(
                        best.zone(), freeBy(best.zone(), wish.claim()), wish.claim()));
    switch (decision) {
      case Decision.Rejected<? extends Event> rejected ->
          require(
              !isFree || !TAKEN.contains(rejected.code()), "free, but " + rejected + ": " + wish);
      case Decision.Accepted<? extends Event> accepted ->
          require(isFree, "taken (I1), but accepted: " + wish);
    }
  }

  private void compare() {
    SeatInventory inventory = desk.inventory();
    for (int index = 0; index < PLAN.seatCount(); index++) {
      PlanSeat seat = PLAN.seat(index);
      SeatHold holder = inventory.holderOf(index);
      boolean isSame =
          inventory.isSold(index) == books.isSold(seat.id())
              && Objects.equals(holder == null ? null : holder.id(), books.holderOf(seat.id()))
              && inventory.isFree(index) == (holder == null && !inventory.isSold(index));
      require(isSame, "the seat " + seat.id() + " stands differently in the naive books");
    }
    for (PlanSeat seat : PLAN.seats()) {
      Keeper keeper = inventory.heldBack().keeperOf(PLAN.indexOf(seat.id()));
      require(
          Objects.equals(keeper == null ? null : keeper.id(), books.keeping().keeperOf(seat.id())),
          "the seat " + seat.id() + " is held back differently in the naive books");
    }
    require(
        inventory.heldBack().keptIn(PIT) == books.keeping().keptIn(PIT),
        "the pit is held back differently");
    require(
        inventory.takenIn(PIT) + inventory.heldBack().keptIn(PIT) <= PIT_CAPACITY,
        "the pit is over its capacity (I1)");
    require(inventory.takenIn(PIT) == books.takenIn(PIT), "the pit is counted differently");
    require(
        inventory.takenOf(Theatre.STALLS, Theatre.FULL)
            == books.takenOf(Theatre.STALLS, Theatre.FULL),
        "tickets at full price are counted differently");
    for (VoucherId voucher : books.vouchers().issued()) {
      require(
          desk.voucher(voucher).balance().minor() == books.vouchers().leftOf(voucher),
          "the voucher " + voucher + " has another balance in the naive books");
    }
    require(
        inventory.lastTicketNumber() == books.lastTicketNumber(),
        "tickets are counted differently");
    require(
        inventory.placedHolds().stream().map(SeatHold::id).toList().size() == books.live().size(),
        "live holds are counted differently");
  }

  private void compareRestored() {
    SeatInventory inventory = desk.inventory();
    String restored = Picture.of(SeatInventory.restore(inventory.snapshot(), PLAN));
    require(restored.equals(Picture.of(inventory)), "a restored snapshot is not the state");
    require(Desk.after(desk.log()).picture().equals(desk.picture()), "replayed is not live (I4)");
  }

  private void require(boolean isTrue, String fault) {
    if (!isTrue) {
      faults.add(fault);
    }
  }
}
