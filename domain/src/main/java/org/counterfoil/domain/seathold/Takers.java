package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.seathold.InventorySnapshot.BuyerSold;
import org.counterfoil.domain.seathold.InventorySnapshot.CodeSold;
import org.counterfoil.domain.seating.ZoneName;

/** How much has been taken by whom and of what: what limits and quotas are decided on. */
final class Takers {

  private final Shares<BuyerMark> buyers = new Shares<>();
  private final Shares<PresaleCodeMark> presaleCodes = new Shares<>();
  private final PriceTypeCounts priceTypes = new PriceTypeCounts();

  int takenBy(BuyerMark buyer, Instant now) {
    return buyers.takenBy(buyer, now);
  }

  int takenBy(PresaleCodeMark code, Instant now) {
    return presaleCodes.takenBy(code, now);
  }

  int takenOf(ZoneName zone, PriceTypeCode priceType) {
    return priceTypes.takenOf(zone, priceType);
  }

  /** Takes what the hold has; of one that is restored, what was ordered of it as well. */
  void place(SeatHold hold) {
    buyers.place(hold.buyer(), hold);
    presaleCodes.place(hold.presaleCode(), hold);
    priceTypes.order(hold.ordered);
  }

  void order(SeatHold hold) {
    priceTypes.order(hold.ordered);
  }

  void free(SeatHold hold) {
    buyers.free(hold.buyer(), hold);
    presaleCodes.free(hold.presaleCode(), hold);
    priceTypes.unorder(hold.ordered);
  }

  void sell(SeatHold hold, List<IssuedTicket> tickets) {
    buyers.sell(hold.buyer(), hold);
    presaleCodes.sell(hold.presaleCode(), hold);
    priceTypes.sell(tickets);
    priceTypes.unorder(hold.ordered);
  }

  /** A price type's share is free again; limits per buyer and code count what was ever sold. */
  void takeBack(VoidedTicket ticket) {
    priceTypes.takeBack(ticket.zone(), ticket.priceType());
  }

  List<BuyerSold> soldByBuyer() {
    return buyers.sold().map(each -> new BuyerSold(each.taker(), each.sold())).toList();
  }

  List<CodeSold> soldByCode() {
    return presaleCodes.sold().map(each -> new CodeSold(each.taker(), each.sold())).toList();
  }

  List<PricedPlaces> soldByPriceType() {
    return priceTypes.sold();
  }

  /** Of what was sold; holds that are placed are given back by {@link #place}. */
  void restore(InventorySnapshot snapshot) {
    snapshot.buyers().forEach(each -> buyers.restoreSold(each.buyer(), each.sold()));
    snapshot
        .presaleCodes()
        .forEach(each -> presaleCodes.restoreSold(each.presaleCode(), each.sold()));
    priceTypes.restoreSold(snapshot.priceTypes());
  }
}
