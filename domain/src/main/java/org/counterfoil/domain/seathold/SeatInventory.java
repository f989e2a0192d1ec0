package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.heldback.HeldBack;
import org.counterfoil.domain.heldback.Occupancy;
import org.counterfoil.domain.performance.Performance;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.InventorySnapshot.AreaSold;
import org.counterfoil.domain.seathold.InventorySnapshot.BuyerSold;
import org.counterfoil.domain.seathold.InventorySnapshot.CodeSold;
import org.counterfoil.domain.seathold.InventorySnapshot.PlacedHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
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

  private static final byte FREE = 0;
  private static final byte HELD = 1;
  private static final byte SOLD = 2;

  private byte[] seats = new byte[0];
  private @Nullable SeatHold[] holders = new SeatHold[0];
  private final Map<AreaName, AreaCount> areas = new HashMap<>();
  private final Map<HoldId, SeatHold> placed = new LinkedHashMap<>();
  private final Map<HoldId, HoldStatus> ended = new HashMap<>();
  private final UsedAdmissions admissions = new UsedAdmissions();
  private final HeldBack heldBack;
  private final WaitingList waitingList;
  private final Shares<BuyerMark> buyers = new Shares<>();
  private final Shares<PresaleCodeMark> presaleCodes = new Shares<>();
  private final PriceTypeCounts priceTypes = new PriceTypeCounts();
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

  /** Places of an area that are taken. */
  static final class AreaCount {
    int held;
    int sold;
  }

  void reserveCapacity(int seatCount) {
    if (seats.length < seatCount) {
      seats = Arrays.copyOf(seats, seatCount);
      holders = Arrays.copyOf(holders, seatCount);
    }
  }

  public boolean isFree(int seat) {
    return seat >= seats.length || seats[seat] == FREE;
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
    return seat < seats.length && seats[seat] == HELD;
  }

  @Override
  public boolean isSold(int seat) {
    return seat < seats.length && seats[seat] == SOLD;
  }

  /** The hold that keeps the seat, or null where none does. */
  public @Nullable SeatHold holderOf(int seat) {
    return seat < holders.length ? holders[seat] : null;
  }

  @Override
  public int takenIn(AreaName area) {
    AreaCount count = areas.get(area);
    return count == null ? 0 : count.held + count.sold;
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
  int takenBy(BuyerMark buyer, Instant now) {
    return buyers.takenBy(buyer, now);
  }

  /** Places that the presale code was good for, held and sold. */
  int takenBy(PresaleCodeMark code, Instant now) {
    return presaleCodes.takenBy(code, now);
  }

  /** Tickets of a zone's price type, ordered and sold. */
  public int takenOf(ZoneName zone, PriceTypeCode priceType) {
    return priceTypes.takenOf(zone, priceType);
  }

  /** A hold that is recorded as placed; null for one that has ended and one that never was. */
  public @Nullable SeatHold hold(HoldId id) {
    return placed.get(id);
  }

  /**
   * How a hold stands as recorded; null where there never was one. Of ended ones no more is kept.
   */
  public @Nullable HoldStatus statusOf(HoldId id) {
    return placed.containsKey(id) ? HoldStatus.PLACED : ended.get(id);
  }

  /** The holds that are recorded as placed, in the order they were placed. */
  public Collection<SeatHold> placedHolds() {
    return placed.values();
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
    BitSet sold = new BitSet(seats.length);
    for (int seat = 0; seat < seats.length; seat++) {
      sold.set(seat, seats[seat] == SOLD);
    }
    List<AreaSold> soldInAreas =
        areas.entrySet().stream().map(a -> new AreaSold(a.getKey(), a.getValue().sold)).toList();
    Map<HoldStatus, List<HoldId>> ends = new EnumMap<>(HoldStatus.class);
    ended.forEach((id, how) -> ends.computeIfAbsent(how, none -> new ArrayList<>()).add(id));
    return new InventorySnapshot(
        seats.length,
        Base64.getEncoder().encodeToString(sold.toByteArray()),
        soldInAreas,
        placed.values().stream().map(SeatHold::copy).toList(),
        ends,
        admissions.copy(),
        heldBack.snapshot(),
        waitingList.snapshot(),
        buyers.sold().map(each -> new BuyerSold(each.taker(), each.sold())).toList(),
        presaleCodes.sold().map(each -> new CodeSold(each.taker(), each.sold())).toList(),
        priceTypes.sold(),
        lastTicketNumber);
  }

  /** The inventory that a snapshot was taken of; the plan tells what seats its indexes mean. */
  public static SeatInventory restore(InventorySnapshot snapshot, SeatingPlan plan) {
    SeatInventory inventory =
        new SeatInventory(
            HeldBack.restore(snapshot.heldBack()), WaitingList.restore(snapshot.waitingList()));
    inventory.reserveCapacity(snapshot.seatCount());
    BitSet sold = BitSet.valueOf(Base64.getDecoder().decode(snapshot.soldSeats()));
    sold.stream().forEach(seat -> inventory.seats[seat] = SOLD);
    snapshot.areas().forEach(area -> inventory.count(area.area()).sold = area.sold());
    for (PlacedHold copy : snapshot.placed()) {
      SeatHold hold = SeatHold.of(copy, plan);
      inventory.take(hold);
      inventory.priceTypes.order(hold.ordered);
    }
    snapshot.buyers().forEach(each -> inventory.buyers.restoreSold(each.buyer(), each.sold()));
    snapshot
        .presaleCodes()
        .forEach(each -> inventory.presaleCodes.restoreSold(each.presaleCode(), each.sold()));
    inventory.priceTypes.restoreSold(snapshot.priceTypes());
    snapshot.ended().forEach((how, ids) -> ids.forEach(id -> inventory.ended.put(id, how)));
    inventory.admissions.restore(snapshot.admissions());
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
    placed.put(hold.id(), hold);
    for (HeldSeat seat : hold.seats()) {
      seats[seat.index()] = HELD;
      holders[seat.index()] = hold;
    }
    hold.areas().forEach(area -> count(area.area()).held += area.quantity());
    pools.refresh(hold);
    buyers.place(hold.buyer(), hold);
    presaleCodes.place(hold.presaleCode(), hold);
  }

  void order(SeatHold hold, HoldOrdered ordered) {
    hold.expiresAt = ordered.expiresAt();
    hold.orderId = ordered.orderId();
    hold.ordered = ordered.priceTypes();
    priceTypes.order(hold.ordered);
  }

  void free(SeatHold hold, HoldStatus how) {
    for (HeldSeat seat : hold.seats()) {
      seats[seat.index()] = FREE;
      holders[seat.index()] = null;
    }
    for (HeldArea area : hold.areas()) {
      count(area.area()).held -= area.quantity();
      if (area.drawnFrom() != null) {
        heldBack.giveBack(area.drawnFrom(), area.area(), area.quantity());
      }
    }
    pools.refresh(hold);
    buyers.free(hold.buyer(), hold);
    presaleCodes.free(hold.presaleCode(), hold);
    finish(hold, how);
  }

  void sell(SeatHold hold, List<IssuedTicket> tickets) {
    for (HeldSeat seat : hold.seats()) {
      seats[seat.index()] = SOLD;
      holders[seat.index()] = null;
    }
    for (HeldArea area : hold.areas()) {
      AreaCount count = count(area.area());
      count.held -= area.quantity();
      count.sold += area.quantity();
    }
    buyers.sell(hold.buyer(), hold);
    presaleCodes.sell(hold.presaleCode(), hold);
    priceTypes.sell(tickets);
    lastTicketNumber += tickets.size();
    finish(hold, HoldStatus.SOLD);
  }

  private void finish(SeatHold hold, HoldStatus how) {
    priceTypes.unorder(hold.ordered);
    placed.remove(hold.id());
    ended.put(hold.id(), how);
  }

  private AreaCount count(AreaName area) {
    return areas.computeIfAbsent(area, name -> new AreaCount());
  }
}
