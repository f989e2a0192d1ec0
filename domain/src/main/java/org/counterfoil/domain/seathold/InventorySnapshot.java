package org.counterfoil.domain.seathold;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.heldback.HeldBackSnapshot;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.waitinglist.WaitingListSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a {@link SeatInventory} at one moment, so that a restart need not replay every event.
 * Small even for a stadium: seats are indexes into the plan, and of ended holds, which are most,
 * only the ids are kept.
 *
 * @param soldSeats the indexes of sold seats as a little-endian bit set, base64
 * @param placed the holds that are recorded as placed, in the order they were placed
 * @param ended the ids of all others by how they ended
 * @param admissions the admissions that holds have burnt
 * @param buyers places sold by buyer
 * @param presaleCodes places sold by presale code
 * @param priceTypes tickets sold by price type
 * @param unpaidOrders by what right their places were held
 */
public record InventorySnapshot(
    int seatCount,
    String soldSeats,
    List<AreaSold> areas,
    List<PlacedHold> placed,
    Map<HoldStatus, List<HoldId>> ended,
    UsedAdmissions.Copy admissions,
    HeldBackSnapshot heldBack,
    WaitingListSnapshot waitingList,
    List<BuyerSold> buyers,
    List<CodeSold> presaleCodes,
    List<PricedPlaces> priceTypes,
    List<UnpaidOrder> unpaidOrders,
    int lastTicketNumber) {

  /** Places sold to a buyer. */
  public record BuyerSold(BuyerMark buyer, int sold) {}

  /** Places sold by a presale code. */
  public record CodeSold(PresaleCodeMark presaleCode, int sold) {}

  /** An order that money may still come for. */
  public record UnpaidOrder(OrderId orderId, OrderClaim claim) {}

  /** Places sold in an area. */
  public record AreaSold(AreaName area, int sold) {}

  /**
   * A copy of one placed hold.
   *
   * @param seats indexes in plan order
   */
  public record PlacedHold(
      HoldId holdId,
      SalesChannel channel,
      int priceListVersion,
      List<Integer> seats,
      List<HeldArea> areas,
      Instant placedAt,
      Instant expiresAt,
      boolean isExtended,
      @Nullable OrderId orderId,
      List<PricedPlaces> ordered,
      @Nullable BuyerMark buyer,
      @Nullable PresaleCodeMark presaleCode) {}
}
