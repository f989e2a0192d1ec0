package org.counterfoil.command.admission;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.counterfoil.command.exchange.Expect;
import org.counterfoil.domain.admission.GateName;
import org.counterfoil.domain.admission.RefusalReason;
import org.counterfoil.domain.admission.ScanId;
import org.counterfoil.domain.admission.ScanReport.OfflineDecision;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * What a gate scanned while it had no network, in the order in which it did.
 *
 * @param scans at most 1,000
 */
record OfflineScans(@Schema(example = "EAST-2") GateName gate, List<OfflineScan> scans) {

  private static final int MOST_SCANS = 1_000;
  private static final int MOST_CHARACTERS = 1_000;

  OfflineScans {
    scans = List.copyOf(scans);
    if (scans.isEmpty() || scans.size() > MOST_SCANS) {
      throw Problem.invalid(
              "scans", "Expected 1 to " + MOST_SCANS + " scans, but there are " + scans.size())
          .exception();
    }
  }

  /**
   * A scan.
   *
   * @param scannedAt by the gate's clock
   * @param admitted whether the gate let somebody in
   * @param reason why not, exactly where it did not
   */
  record OfflineScan(
      ScanId scanId,
      String code,
      Instant scannedAt,
      boolean admitted,
      @Nullable RefusalReason reason) {

    OfflineScan {
      Expect.saneTime("scannedAt", scannedAt);
      if (code.length() > MOST_CHARACTERS) {
        throw Problem.invalid("code", "Expected at most 1000 characters, but there are more")
            .exception();
      }
      if (admitted != (reason == null)) {
        throw Problem.invalid(
                "reason", "Expected a reason exactly where nobody was let in, but it is not so")
            .exception();
      }
    }

    OfflineDecision decision() {
      return admitted
          ? OfflineDecision.LET_IN
          : new OfflineDecision(Objects.requireNonNull(reason));
    }
  }
}
