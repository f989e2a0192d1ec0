package org.counterfoil.query.operations;

import java.time.Instant;
import java.util.List;
import org.counterfoil.feed.projection.EqualityResult;
import org.counterfoil.feed.projection.ProjectionStatus;
import org.counterfoil.feed.projection.ProjectionStatus.RebuildProgress;
import org.jspecify.annotations.Nullable;

/**
 * How a projection is doing.
 *
 * @param position every event up to and including this one is in its rows, or parked; -1 for none
 * @param lagPositions how many positions the log is ahead
 * @param lagSeconds the age of the last event applied while there are more to come; 0 otherwise
 * @param rebuild how far a rebuild has come; missing where there is none
 * @param parked how many events could not be applied or wait for one that could not
 * @param stopReason why it stopped; missing while it runs
 * @param isChecking whether it is being compared with one built anew
 * @param checkFailure why the last comparison came to no result; missing where it did
 * @param lastCheck the last comparison; missing where there was none since the start
 */
public record ProjectionReport(
    String name,
    ProjectionStatus.State state,
    long position,
    long lagPositions,
    double lagSeconds,
    @Nullable RebuildProgress rebuild,
    int parked,
    @Nullable String stopReason,
    boolean isChecking,
    @Nullable String checkFailure,
    @Nullable Check lastCheck) {

  /**
   * What comparing the live rows with rows built anew from the log has found: every column of every
   * row, both ways.
   *
   * @param isEqual whether no table has a row that the other has not
   * @param position at which both were compared
   * @param tookSeconds from the first event to the last comparison
   */
  public record Check(
      boolean isEqual,
      long position,
      Instant checkedAt,
      double tookSeconds,
      List<EqualityResult.TableComparison> tables) {

    static @Nullable Check of(@Nullable EqualityResult result) {
      return result == null
          ? null
          : new Check(
              result.isEqual(),
              result.at().position(),
              result.checkedAt(),
              result.took().toMillis() / 1000.0,
              result.tables());
    }
  }

  static ProjectionReport of(
      ProjectionStatus status, boolean isChecking, @Nullable String checkFailure) {
    return new ProjectionReport(
        status.name(),
        status.state(),
        status.position(),
        status.lagPositions(),
        status.lagSeconds(),
        status.rebuild(),
        status.parked(),
        status.stopReason(),
        isChecking,
        checkFailure,
        Check.of(status.lastCheck()));
  }
}
