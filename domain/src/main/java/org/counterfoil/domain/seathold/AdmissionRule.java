package org.counterfoil.domain.seathold;

import org.counterfoil.domain.Decision;
import org.jspecify.annotations.Nullable;

/**
 * Whether the waiting room lets somebody place a hold. A buyer needs an admission of which no hold
 * was placed yet; a caller with a role needs none. That an admission is genuine and in time is seen
 * before, where its token is read.
 */
final class AdmissionRule {

  private AdmissionRule() {}

  static @Nullable Decision<SeatHoldEvent> refuse(HoldClaim claim, PerformanceSeats state) {
    if (!isNeeded(claim, state)) {
      return null;
    }
    AdmissionId admission = claim.admission();
    if (admission == null) {
      return Decision.reject(
          SeatHoldRejection.ADMISSION_REQUIRED,
          "Expected an admission of the waiting room, but there is none");
    }
    return state.inventory().admissions().contains(admission)
        ? Decision.reject(
            SeatHoldRejection.ADMISSION_USED,
            "Expected an admission that was not used yet, but a hold was placed with it")
        : null;
  }

  /** The admission that a hold burns: none where none was needed. */
  static @Nullable AdmissionId burnt(HoldClaim claim, PerformanceSeats state) {
    return isNeeded(claim, state) ? claim.admission() : null;
  }

  private static boolean isNeeded(HoldClaim claim, PerformanceSeats state) {
    return state.performance().waitingRoom().isNeeded() && claim.caller().roles().isEmpty();
  }
}
