package org.counterfoil.domain.performance;

import java.time.Instant;
import org.counterfoil.domain.Horizon;
import org.jspecify.annotations.Nullable;

/**
 * When a sale is open: from {@code opensAt} to before {@code closesAt}, each missing for always.
 */
public record OnsaleWindow(@Nullable Instant opensAt, @Nullable Instant closesAt) {

  public boolean isOpenAt(Instant now) {
    return (opensAt == null || !now.isBefore(opensAt))
        && (closesAt == null || now.isBefore(closesAt));
  }

  /** Whether it has yet to open. */
  boolean isBeforeOpening(Instant now) {
    return opensAt != null && now.isBefore(opensAt);
  }

  /** Whether it closes after it opens. */
  boolean isSound() {
    return opensAt == null || closesAt == null || opensAt.isBefore(closesAt);
  }

  boolean isWithinHorizon(Instant now) {
    return Horizon.includes(opensAt, now) && Horizon.includes(closesAt, now);
  }
}
