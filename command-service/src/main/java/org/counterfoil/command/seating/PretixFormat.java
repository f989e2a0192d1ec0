package org.counterfoil.command.seating;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.seating.SeatParts.Offset;
import org.counterfoil.command.seating.SeatParts.Row;
import org.counterfoil.command.seating.SeatParts.Seat;
import org.counterfoil.command.seating.SeatParts.Seats;
import org.counterfoil.command.seating.SeatParts.Zone;
import org.counterfoil.domain.seating.SeatPosition;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftSeat;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftZone;
import org.jspecify.annotations.Nullable;

/**
 * The public seating-plan JSON of pretix, both generations of its schema ({@code
 * static/seating/seating-plan.schema.json} of its source): the later one adds {@code zone_id},
 * {@code uuid}, {@code row_label}, {@code seat_label}, {@code radius} and drawings of other shapes,
 * and lets positions be fractions.
 *
 * <p>Its categories are our zones (the best first), its zones our sections. Its areas are drawings.
 * What only serves drawing or another system is passed over, and so is what a later generation may
 * add. A position is relative to the row's, which is relative to the zone's.
 */
final class PretixFormat {

  /** How a row or seat without a number is called: its schema allows the empty text. */
  private static final String UNNUMBERED = "-";

  private final JsonShape json;
  private final Seats seats;
  private final List<DraftZone> categories = new ArrayList<>();

  PretixFormat(JsonShape json, Seats seats) {
    this.json = json;
    this.seats = seats;
  }

  List<DraftZone> categories() {
    return categories;
  }

  void categoryList() {
    json.array(
        () -> {
          Zone category = new Zone();
          json.object(
              field -> {
                switch (field) {
                  case "name" -> category.name = json.text();
                  default -> json.skip();
                }
              });
          if (categories.size() < PlanLimits.MOST_PARTS) {
            categories.add(new DraftZone(json.path(), category.name, null));
          }
        });
  }

  /** Reads the rows of one of pretix's zones. */
  void rows(Zone zone) {
    zone.hasRows = true;
    json.array(() -> zone.rows.add(row()));
  }

  private Row row() {
    Row row = new Row();
    json.object(
        field -> {
          switch (field) {
            case "row_number" -> row.label = json.text();
            case "position" -> row.offset = position();
            case "seats" -> json.array(() -> seat(row));
            default -> json.skip();
          }
        });
    return row;
  }

  private void seat(Row row) {
    Seat seat = new Seat(json.path());
    json.object(
        field -> {
          switch (field) {
            case "seat_guid" -> seat.id = json.text();
            case "seat_number" -> seat.label = json.text();
            case "category" -> seat.zone = json.text();
            case "position" -> {
              Offset position = position();
              seat.x = position.x();
              seat.y = position.y();
            }
            default -> json.skip();
          }
        });
    if (seats.admit(1)) {
      row.seats.add(seat);
    }
  }

  /** Reads {@code {"x", "y"}}. */
  Offset position() {
    Seat point = new Seat(json.path());
    json.object(
        field -> {
          switch (field) {
            case "x" -> point.x = json.hundredths();
            case "y" -> point.y = json.hundredths();
            default -> json.skip();
          }
        });
    return new Offset(point.x == null ? 0 : point.x, point.y == null ? 0 : point.y);
  }

  /**
   * Makes seats of what was read.
   *
   * @param planName stands for the name of a zone that has none: its schema does not demand one
   */
  void finish(List<Zone> zones, @Nullable String planName) {
    for (Zone zone : zones) {
      String section = zone.name == null || zone.name.isBlank() ? planName : zone.name;
      for (Row row : zone.rows) {
        Offset offset = zone.offset.plus(row.offset);
        for (Seat seat : row.seats) {
          seats.drafts.add(draft(section, row, offset, seat));
        }
      }
    }
  }

  private static DraftSeat draft(@Nullable String section, Row row, Offset offset, Seat seat) {
    Integer x = seat.x;
    Integer y = seat.y;
    return new DraftSeat(
        seat.path,
        seat.id == null || seat.id.isBlank() ? null : seat.id,
        seat.zone,
        section,
        numbered(row.label),
        numbered(seat.label),
        null,
        null,
        false,
        x == null || y == null ? null : new SeatPosition(offset.x() + x, offset.y() + y));
  }

  private static @Nullable String numbered(@Nullable String label) {
    return label != null && label.isBlank() ? UNNUMBERED : label;
  }
}
