package org.counterfoil.standalone.rehearsal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterfoil.crowd.CrowdReport;
import org.counterfoil.crowd.Progress;
import org.counterfoil.crowd.check.Checked;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal as it stands.
 *
 * @param performanceId which is rehearsed
 * @param trainingId the copy that it is rehearsed on
 * @param visitors who come
 * @param compression how many times faster than in reality
 * @param endedAt missing while it runs
 * @param progress missing before the first of them came
 * @param report what the crowd saw; missing until it is over, and where it failed
 * @param audit what the log says; empty until it is over
 * @param failure why there is no report, where there is none
 */
public record Rehearsal(
    UUID rehearsalId,
    UUID performanceId,
    UUID trainingId,
    UUID organisationId,
    String title,
    long seed,
    int visitors,
    double compression,
    Instant startedAt,
    @Nullable Instant endedAt,
    State state,
    @Nullable Progress progress,
    @Nullable CrowdReport report,
    List<Checked> audit,
    @Nullable String failure) {

  public Rehearsal {
    audit = List.copyOf(audit);
  }

  /** How far it is. */
  public enum State {
    RUNNING,
    /** It ran to its end. */
    OVER,
    /** Somebody stopped it. */
    STOPPED,
    /** It could not go on. */
    FAILED
  }

  Rehearsal at(Progress now) {
    return with(state, endedAt, now, report, audit, failure);
  }

  Rehearsal ended(
      State how, Instant when, @Nullable CrowdReport told, List<Checked> found, Progress last) {
    return with(how, when, last, told, found, null);
  }

  Rehearsal failed(Instant when, String why) {
    return with(State.FAILED, when, progress, null, List.of(), why);
  }

  private Rehearsal with(
      State newState,
      @Nullable Instant newEnd,
      @Nullable Progress newProgress,
      @Nullable CrowdReport newReport,
      List<Checked> newAudit,
      @Nullable String newFailure) {
    return new Rehearsal(
        rehearsalId,
        performanceId,
        trainingId,
        organisationId,
        title,
        seed,
        visitors,
        compression,
        startedAt,
        newEnd,
        newState,
        newProgress,
        newReport,
        newAudit,
        newFailure);
  }

  /** Whether it ran to its end and everything held that must. */
  @JsonProperty("isSound")
  public boolean isSound() {
    return report != null && report.isSound() && audit.stream().allMatch(Checked::holds);
  }
}
