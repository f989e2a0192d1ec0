package org.counterfoil.domain.seating;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A seating plan as it was read from a file, not yet checked: any text may be missing or wrong.
 * Every part names its {@code path} in the file, so that faults can point at it.
 */
public record SeatingPlanDraft(
    @Nullable String name, List<DraftZone> zones, List<DraftSeat> seats, List<DraftArea> areas) {

  /** A zone as read. */
  public record DraftZone(String path, @Nullable String name, @Nullable Integer rank) {}

  /** A seat as read; {@code id} is made from section, row and label where it is missing. */
  public record DraftSeat(
      String path,
      @Nullable String id,
      @Nullable String zone,
      @Nullable String section,
      @Nullable String row,
      @Nullable String label,
      @Nullable Integer rank,
      @Nullable SeatKind kind,
      boolean restrictedView,
      @Nullable SeatPosition position) {}

  /** An area as read. */
  public record DraftArea(
      String path, @Nullable String name, @Nullable String zone, @Nullable Long capacity) {}
}
