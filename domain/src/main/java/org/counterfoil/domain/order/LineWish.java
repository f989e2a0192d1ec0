package org.counterfoil.domain.order;

import org.counterfoil.domain.organisation.VoucherTerms;
import org.counterfoil.domain.pass.PassOffer;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PassOfferCode;
import org.jspecify.annotations.Nullable;

/** Something wished for beside tickets. */
public sealed interface LineWish {

  /** The id it will have. */
  LineId lineId();

  /** A fee of the price list, as often as it is due for the order. */
  record FeeWish(LineId lineId, FeeCode fee) implements LineWish {}

  /**
   * A voucher of an amount.
   *
   * @param terms what is promised with it
   */
  record VoucherWish(LineId lineId, long amountMinor, VoucherTerms terms) implements LineWish {
    /** For anything. */
    public VoucherWish(LineId lineId, long amountMinor, int validDays) {
      this(lineId, amountMinor, new VoucherTerms(validDays, null));
    }
  }

  /**
   * A pass.
   *
   * @param offer what the organisation offers under this code; missing where that is nothing
   */
  record PassWish(LineId lineId, PassOfferCode pass, @Nullable PassOffer offer)
      implements LineWish {}

  /** A gift to the organisation. */
  record DonationWish(LineId lineId, long amountMinor) implements LineWish {}
}
