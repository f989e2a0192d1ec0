package org.counterfoil.domain.seathold;

import java.util.LinkedHashSet;
import java.util.Set;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.jspecify.annotations.Nullable;

/**
 * By what right the places of an order were held.
 *
 * @param codes the hold codes that some of them were kept under
 * @param buyers the buyers of its holds, where anybody vouched for who they are
 * @param presaleCodes the presale codes that opened the sale for its holds, where any did
 */
public record OrderClaim(
    Set<HoldCode> codes, Set<BuyerMark> buyers, Set<PresaleCodeMark> presaleCodes) {

  static final OrderClaim NONE = new OrderClaim(Set.of(), Set.of(), Set.of());

  public OrderClaim {
    codes = Set.copyOf(codes);
    buyers = Set.copyOf(buyers);
    presaleCodes = Set.copyOf(presaleCodes);
  }

  OrderClaim under(HoldCode code) {
    return new OrderClaim(with(codes, code), buyers, presaleCodes);
  }

  OrderClaim by(@Nullable BuyerMark buyer, @Nullable PresaleCodeMark presaleCode) {
    return buyer == null && presaleCode == null
        ? this
        : new OrderClaim(codes, with(buyers, buyer), with(presaleCodes, presaleCode));
  }

  /** The one hold code; null where there is none, and where there are several. */
  public @Nullable HoldCode code() {
    return one(codes);
  }

  /** The one buyer; null where nobody is known, and where there are several. */
  public @Nullable BuyerMark buyer() {
    return one(buyers);
  }

  /** The one presale code; null where there is none, and where there are several. */
  public @Nullable PresaleCodeMark presaleCode() {
    return one(presaleCodes);
  }

  private static <T> Set<T> with(Set<T> known, @Nullable T more) {
    if (more == null) {
      return known;
    }
    Set<T> all = new LinkedHashSet<>(known);
    all.add(more);
    return all;
  }

  private static <T> @Nullable T one(Set<T> known) {
    return known.size() == 1 ? known.iterator().next() : null;
  }
}
