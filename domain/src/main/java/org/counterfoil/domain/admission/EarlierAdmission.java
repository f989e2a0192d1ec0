package org.counterfoil.domain.admission;

import java.time.Instant;

/** When and where somebody was let in with the ticket. */
public record EarlierAdmission(ScanId scanId, GateName gate, Instant scannedAt) {

  static EarlierAdmission of(Scan scan) {
    return new EarlierAdmission(scan.scanId(), scan.gate(), scan.scannedAt());
  }
}
