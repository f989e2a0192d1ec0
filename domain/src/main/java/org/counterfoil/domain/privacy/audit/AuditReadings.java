package org.counterfoil.domain.privacy.audit;

import org.counterfoil.domain.Actor;

/**
 * Records readings before they are answered. Whoever answers questions about persons cannot write
 * to the log itself, and MUST NOT answer what this has not recorded.
 */
public interface AuditReadings {

  /**
   * Records a reading.
   *
   * @return the position at which it stands
   * @throws RuntimeException where it could not be recorded
   */
  long record(AuditReading reading, Actor reader);
}
