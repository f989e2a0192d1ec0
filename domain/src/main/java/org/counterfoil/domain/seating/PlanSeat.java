package org.counterfoil.domain.seating;

import org.counterfoil.domain.PublicLabel;
import org.jspecify.annotations.Nullable;

/**
 * A seat of a plan.
 *
 * @param rank its quality; 1 is best
 */
public record PlanSeat(
    SeatId id,
    ZoneName zone,
    PublicLabel section,
    PublicLabel row,
    PublicLabel label,
    int rank,
    SeatKind kind,
    boolean restrictedView,
    @Nullable SeatPosition position) {

  /**
   * Whether the two stand in the same row, so that consecutive ones are neighbours; a row may cross
   * price zones.
   */
  public boolean isInRowOf(PlanSeat other) {
    return section.equals(other.section) && row.equals(other.row);
  }
}
