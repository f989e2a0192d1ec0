package org.counterfoil.domain.privacy.register;

import java.time.LocalDate;

/** How long data are kept; they go on the day after. */
public record Retention(RetentionStart startsAt, RetentionPeriod period) {

  /** The last day on which they may be kept. */
  public LocalDate endsOn(LocalDate start) {
    return period.after(start);
  }
}
