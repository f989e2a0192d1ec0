package org.counterfoil.domain.admission;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.jspecify.annotations.Nullable;

/**
 * Where the admissions of a performance are decided, through all of its gates. It has a stream and
 * a lane of its own: those who are let in do not queue with those who buy.
 *
 * @param performanceId missing where a code names none: such scans are the organisation's
 */
public record Door(OrganisationId organisationId, @Nullable PerformanceId performanceId) {

  /** The stream, found from what the door is of (a name-based UUID, RFC 9562). */
  public UUID streamId() {
    Object of = performanceId == null ? organisationId : performanceId;
    return UUID.nameUUIDFromBytes(("admissions of " + of).getBytes(StandardCharsets.UTF_8));
  }
}
