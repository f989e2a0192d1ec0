package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.Collection;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.heldback.HeldBack;
import org.counterfoil.domain.heldback.Occupancy;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.InventorySnapshot.PlacedHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitinglist.WaitingEntryId;
import org.counterfoil.domain.waitinglist.WaitingList;
import org.jspecify.annotations.Nullable;

/**
 * Where every place of a performance stands: arrays over seat indexes, counts per area, the holds.
 * Changed by {@link SeatHoldDecider#evolve} and by nothing else.
 */
public final class SeatInventory implements Occupancy {

  private final TakenPlaces places = new TakenPlaces();
  private final Holds holds = new Holds();
  private final UsedAdmissions admissions = new UsedAdmissions();
  private final HeldBack heldBack;
  private final WaitingList waitingList;
  private final Takers takers = new Takers();
  private final ClaimsOfOrders claims = new ClaimsOfOrders();
  private int lastTicketNumber;

  /** Follow from all the rest. */
  private final transient SeatPools pools = new SeatPools(this);

  public SeatInventory() {
    this(new HeldBack(), new WaitingList());
  }

  private SeatInventory(HeldBack heldBack, WaitingList waitingList) {
    this.heldBack = heldBack;
    this.waitingList = waitingList;
  }

  void reserveCapacity(int seatCount) {
    places.reserveCapacity(seatCount);
  }

  public boolean isFree(int seat) {
    return places.isFree(seat);
  }

  /** Whether the seat is free and on general sale. */
  public boolean isOnSale(int seat) {
    return isFree(seat) && heldBack.keeperOf(seat) == null;
  }

  /** What is kept off general sale. */
  public HeldBack heldBack() {
    return heldBack;
  }

  /** Who waits for places to come back. */
  public WaitingList waitingList() {
    return waitingList;
  }

  @Override
  public boolean isHeld(int seat) {
    return places.isHeld(seat);
  }

  @Override
  public boolean isSold(int seat) {
    return places.isSold(seat);
  }

  /** The hold that keeps the seat, or null where none does. */
  public @Nullable SeatHold holderOf(int seat) {
    return places.holderOf(seat);
  }

  @Override
  public int takenIn(AreaName area) {
    return places.takenIn(area);
  }

  /** The free seats of general sale that best available may give to anybody, by blocks. */
  FreeBlocks freeBlocks(Performance performance) {
    return freeBlocks(SeatPool.GENERAL_SALE, performance);
  }

  /** The free seats of a pool that best available may give, by blocks. */
  FreeBlocks freeBlocks(SeatPool pool, Performance performance) {
    return pools.blocks(pool, performance);
  }

  /** Places that the buyer has now, held and sold. */
  public int takenBy(BuyerMark buyer, Instant now) {
    return takers.takenBy(buyer, now);
  }

  /** Places that the presale code was good for, held and sold. */
  public int takenBy(PresaleCodeMark code, Instant now) {
    return takers.takenBy(code, now);
  }

  /** Tickets of a zone's price type, ordered and sold. */
  public int takenOf(ZoneName zone, PriceTypeCode priceType) {
    return takers.takenOf(zone, priceType);
  }

  /** By what right the places of an unpaid order were held when it was placed. */
  public OrderClaim claimOf(OrderId order) {
    return claims.of(order);
  }

  /** A hold that is recorded as placed; null for one that has ended and one that never was. */
  public @Nullable SeatHold hold(HoldId id) {
    return holds.placed(id);
  }

  /**
   * How a hold stands as recorded; null where there never was one. Of ended ones no more is kept.
   */
  public @Nullable HoldStatus statusOf(HoldId id) {
    return holds.statusOf(id);
  }

  /** The holds that are recorded as placed, in the order they were placed. */
  public Collection<SeatHold> placedHolds() {
    return holds.placed();
  }

  /** The admissions that placed holds have burnt. */
  public UsedAdmissions admissions() {
    return admissions;
  }

  /** The number of the ticket issued last; 0 where none was. */
  public int lastTicketNumber() {
    return lastTicketNumber;
  }

  /** A copy of everything, independent of later changes. */
  public InventorySnapshot snapshot() {
    return new InventorySnapshot(
        places.seatCount(),
        places.soldSeats(),
        places.soldInAreas(),
        holds.copyOfPlaced(),
        holds.copyOfEnded(),
        admissions.copy(),
        heldBack.snapshot(),
        waitingList.snapshot(),
        takers.soldByBuyer(),
        takers.soldByCode(),
        takers.soldByPriceType(),
        claims.copy(),
        lastTicketNumber);
  }

  /** The inventory that a snapshot was taken of; the plan tells what seats its indexes mean. */
  public static SeatInventory restore(InventorySnapshot snapshot, SeatingPlan plan) {
    SeatInventory inventory =
        new SeatInventory(
            HeldBack.restore(snapshot.heldBack()), WaitingList.restore(snapshot.waitingList()));
    inventory.reserveCapacity(snapshot.seatCount());
    inventory.places.restoreSold(snapshot.soldSeats(), snapshot.areas());
    for (PlacedHold copy : snapshot.placed()) {
      inventory.take(SeatHold.of(copy, plan));
    }
    inventory.takers.restore(snapshot);
    inventory.holds.restoreEnded(snapshot.ended());
    inventory.admissions.restore(snapshot.admissions());
    inventory.claims.restore(snapshot.unpaidOrders());
    inventory.lastTicketNumber = snapshot.lastTicketNumber();
    return inventory;
  }

  void place(SeatHold hold) {
    take(hold);
    waitingList.end(new WaitingEntryId(hold.id().value()));
    for (HeldArea area : hold.areas()) {
      if (area.drawnFrom() != null) {
        heldBack.draw(area.drawnFrom(), area.area(), area.quantity());
      }
    }
  }

  private void take(SeatHold hold) {
    holds.place(hold);
    places.hold(hold);
    pools.refresh(hold);
    takers.place(hold);
  }

  void order(SeatHold hold, HoldOrdered ordered) {
    hold.expiresAt = ordered.expiresAt();
    hold.orderId = ordered.orderId();
    hold.ordered = ordered.priceTypes();
    takers.order(hold);
    claims.order(ordered.orderId(), hold, heldBack);
  }

  void free(SeatHold hold, HoldStatus how) {
    places.free(hold);
    for (HeldArea area : hold.areas()) {
      if (area.drawnFrom() != null) {
        heldBack.giveBack(area.drawnFrom(), area.area(), area.quantity());
      }
    }
    pools.refresh(hold);
    takers.free(hold);
    holds.end(hold, how);
  }

  void sell(SeatHold hold, HoldSold sold) {
    places.sell(hold);
    takers.sell(hold, sold.tickets());
    claims.complete(sold.orderId());
    lastTicketNumber += sold.tickets().size();
    holds.end(hold, HoldStatus.SOLD);
  }

  /** A ticket is void: its share of a quota is free, and its place as well if it is sold again. */
  void takeBack(VoidedTicket ticket, boolean isBackOnSale) {
    takers.takeBack(ticket);
    if (!isBackOnSale) {
      return;
    }
    places.takeBack(ticket);
    if (ticket.seatIndex() != null) {
      pools.refresh(ticket.seatIndex());
    }
  }
}
