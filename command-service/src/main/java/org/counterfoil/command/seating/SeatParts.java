package org.counterfoil.command.seating;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.seating.SeatKind;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftSeat;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a plan as they are read. A row's name and a section's zone may stand after their seats,
 * so seats are put together only where the section ends.
 */
final class SeatParts {

  private SeatParts() {}

  /** A seat so far; lengths in hundredths. */
  static final class Seat {
    final String path;
    @Nullable String id;
    @Nullable String label;
    @Nullable String zone;
    @Nullable Integer rank;
    @Nullable Integer x;
    @Nullable Integer y;
    int coordinates;
    @Nullable SeatKind kind;
    boolean isRestrictedView;

    Seat(String path) {
      this.path = path;
    }
  }

  /** A row so far. */
  static final class Row {
    @Nullable String label;
    @Nullable Integer rank;
    Offset offset = Offset.NONE;
    final List<Seat> seats = new ArrayList<>();
  }

  /** A section so far. */
  static final class Section {
    @Nullable String name;
    @Nullable String zone;
    final List<Row> rows = new ArrayList<>();
  }

  /** Seats told by their first and last number, so far. */
  static final class Range {
    @Nullable Long from;
    @Nullable Long to;
    @Nullable Long step;

    @Override
    public String toString() {
      return "from " + from + " to " + to + ", step " + step;
    }
  }

  /** An area so far. */
  static final class Area {
    @Nullable String name;
    @Nullable String zone;
    @Nullable Long capacity;
  }

  /** An entry of {@code zones}, which the two formats use for different things, so far. */
  static final class Zone {
    @Nullable String name;
    @Nullable Integer rank;
    Offset offset = Offset.NONE;
    boolean hasRows;
    final List<Row> rows = new ArrayList<>();
  }

  /** By how much everything inside is moved, in hundredths. */
  record Offset(int x, int y) {
    static final Offset NONE = new Offset(0, 0);

    Offset plus(Offset other) {
      return new Offset(x + other.x, y + other.y);
    }
  }

  /** The seats of a plan, as many as one may have; those beyond are counted only. */
  static final class Seats {
    private final int most;
    final List<DraftSeat> drafts = new ArrayList<>();
    private int count;

    Seats(int most) {
      this.most = most;
    }

    int count() {
      return count;
    }

    /** Counts further seats; says whether they are still few enough to be kept. */
    boolean admit(long further) {
      count = (int) Math.min(count + further, Integer.MAX_VALUE);
      return count <= most;
    }

    boolean areTooMany() {
      return count > most;
    }
  }
}
