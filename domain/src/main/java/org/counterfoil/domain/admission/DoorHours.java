package org.counterfoil.domain.admission;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When a gate that does not say what it admits to takes a performance's tickets: from four hours
 * before its start until two hours after its end. A gate that names its performances decides when.
 */
public final class DoorHours {

  private static final Duration BEFORE_START = Duration.ofHours(4);
  private static final Duration AFTER_END = Duration.ofHours(2);

  private DoorHours() {}

  /** Why it is too early or too late; null within hours. */
  public static @Nullable RefusalReason refusal(Instant startsAt, Instant endsAt, Instant now) {
    if (now.isBefore(startsAt.minus(BEFORE_START))) {
      return RefusalReason.NOT_YET_OPEN;
    }
    return now.isBefore(endsAt.plus(AFTER_END)) ? null : RefusalReason.OVER;
  }
}
