package org.counterfoil.domain.seathold;

import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.jspecify.annotations.Nullable;

/**
 * For whom a hold is asked, and by what right.
 *
 * @param caller who asks, through which channel
 * @param buyer tells the buyer from others where somebody vouches for who it is: a sales channel by
 *     its key, the waiting room by its visitor
 * @param admission the admission token that came with the wish
 * @param presaleCode stands for the presale code that was shown
 * @param holdCode the hold code that staff sell from
 */
public record HoldClaim(
    Caller caller,
    @Nullable BuyerMark buyer,
    @Nullable AdmissionId admission,
    @Nullable PresaleCodeMark presaleCode,
    @Nullable HoldCode holdCode) {

  /** Of a caller who sells or buys what is on general sale, or allotted to the channel. */
  public HoldClaim(Caller caller, @Nullable BuyerMark buyer, @Nullable AdmissionId admission) {
    this(caller, buyer, admission, null, null);
  }

  /** Of a caller who is neither admitted nor known as a buyer. */
  public static HoldClaim of(Caller caller) {
    return new HoldClaim(caller, null, null, null, null);
  }
}
