package org.counterfoil.domain.performance;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a sale is open: from {@code opensAt} to before {@code closesAt}, each missing for always.
 */
public record OnsaleWindow(@Nullable Instant opensAt, @Nullable Instant closesAt) {

  public boolean isOpenAt(Instant now) {
    return (opensAt == null || !now.isBefore(opensAt))
        && (closesAt == null || now.isBefore(closesAt));
  }
}
