package org.counterfoil.command.admission;

import java.util.List;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;

/**
 * What a gate admits to.
 *
 * @param performances of that organisation; none where the gate takes whatever is due
 */
record Gate(OrganisationId organisationId, List<PerformanceId> performances) {

  Gate {
    performances = List.copyOf(performances);
  }

  /** Where a scan is recorded whose code names no performance of this gate. */
  Door ownDoor() {
    return new Door(organisationId, performances.isEmpty() ? null : performances.getFirst());
  }

  boolean namesPerformances() {
    return !performances.isEmpty();
  }
}
