package org.counterfoil.domain.order;

import org.counterfoil.domain.performance.FeeCode;

/** Something wished for beside tickets. */
public sealed interface LineWish {

  /** The id it will have. */
  LineId lineId();

  /** A fee of the price list, as often as it is due for the order. */
  record FeeWish(LineId lineId, FeeCode fee) implements LineWish {}

  /**
   * A voucher of an amount.
   *
   * @param validDays for how many days it can be spent once it is paid
   */
  record VoucherWish(LineId lineId, long amountMinor, int validDays) implements LineWish {}

  /** A gift to the organisation. */
  record DonationWish(LineId lineId, long amountMinor) implements LineWish {}
}
