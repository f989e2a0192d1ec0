package org.counterfoil.domain.admission;

import org.jspecify.annotations.Nullable;

/**
 * A scan, and what is known of it before the door decides.
 *
 * @param ticket whose code it was; missing where it is none of ours
 * @param refusal why the ticket itself is not to be let in; missing where it may
 * @param offline what a gate without a network had decided; missing where it asks
 */
public record ScanReport(
    Scan scan,
    @Nullable ScannedTicket ticket,
    @Nullable RefusalReason refusal,
    @Nullable OfflineDecision offline) {

  public ScanReport {
    if (ticket == null && refusal == null) {
      throw new IllegalArgumentException("Expected a ticket or a refusal, but there is neither");
    }
    if (scan.isOffline() != (offline != null)) {
      throw new IllegalArgumentException(
          "Expected a gate's own decision exactly for a scan without a network, but it is not so");
    }
  }

  /**
   * What a gate decided by itself.
   *
   * @param reason why not; missing where somebody was let in
   */
  public record OfflineDecision(@Nullable RefusalReason reason) {

    public static final OfflineDecision LET_IN = new OfflineDecision(null);
  }
}
