package org.counterfoil.command.seating;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.counterfoil.command.seating.SeatParts.Area;
import org.counterfoil.command.seating.SeatParts.Range;
import org.counterfoil.command.seating.SeatParts.Row;
import org.counterfoil.command.seating.SeatParts.Seat;
import org.counterfoil.command.seating.SeatParts.Seats;
import org.counterfoil.command.seating.SeatParts.Section;
import org.counterfoil.domain.seating.SeatKind;
import org.counterfoil.domain.seating.SeatPosition;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftArea;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftSeat;
import org.jspecify.annotations.Nullable;

/**
 * Counterfoil's own format: sections of rows of seats, and areas. A field that it does not know is
 * a fault: a misspelt one would otherwise be lost without a word.
 */
final class OwnFormat {

  private final JsonShape json;
  private final Seats seats;
  private final List<DraftArea> areas = new ArrayList<>();

  OwnFormat(JsonShape json, Seats seats) {
    this.json = json;
    this.seats = seats;
  }

  List<DraftArea> areas() {
    return areas;
  }

  void sections() {
    json.array(this::section);
  }

  private void section() {
    Section section = new Section();
    json.object(
        field -> {
          switch (field) {
            case "name" -> section.name = json.text();
            case "zone" -> section.zone = json.text();
            case "rows" -> json.array(() -> section.rows.add(row()));
            default -> unknown("name, zone or rows");
          }
        });
    for (Row row : section.rows) {
      for (Seat seat : row.seats) {
        seats.drafts.add(draft(section, row, seat));
      }
    }
  }

  private static DraftSeat draft(Section section, Row row, Seat seat) {
    Integer x = seat.x;
    Integer y = seat.y;
    return new DraftSeat(
        seat.path,
        seat.id,
        section.zone,
        section.name,
        row.label,
        seat.label,
        seat.rank == null ? row.rank : seat.rank,
        seat.kind,
        seat.isRestrictedView,
        x == null || y == null ? null : new SeatPosition(x, y));
  }

  private Row row() {
    Row row = new Row();
    List<String> given = new ArrayList<>();
    json.object(
        field -> {
          switch (field) {
            case "label" -> row.label = json.text();
            case "rank" -> row.rank = json.rank();
            case "seats" -> {
              given.add(field);
              json.array(() -> seat(row));
            }
            case "seatRange" -> {
              given.add(field);
              range(row);
            }
            default -> unknown("label, rank, seats or seatRange");
          }
        });
    if (given.size() != 1) {
      json.fault(
          "Expected either seats or a seatRange, but there is "
              + (given.isEmpty() ? "none" : "more than one"));
    }
    return row;
  }

  private void seat(Row row) {
    Seat seat = new Seat(json.path());
    json.object(
        field -> {
          switch (field) {
            case "id" -> seat.id = json.text();
            case "label" -> seat.label = json.text();
            case "rank" -> seat.rank = json.rank();
            case "x" -> {
              seat.x = json.hundredths();
              seat.coordinates++;
            }
            case "y" -> {
              seat.y = json.hundredths();
              seat.coordinates++;
            }
            case "kind" -> seat.kind = kind();
            case "restrictedView" -> seat.isRestrictedView = json.flag();
            default -> unknown("id, label, rank, x, y, kind or restrictedView");
          }
        });
    if (seat.coordinates == 1) {
      json.fault("Expected x and y together, but there is only one");
    }
    if (seats.admit(1)) {
      row.seats.add(seat);
    }
  }

  private @Nullable SeatKind kind() {
    String name = json.text();
    for (SeatKind kind : SeatKind.values()) {
      if (kind.name().equals(name)) {
        return kind;
      }
    }
    if (name != null) {
      json.fault("Expected one of " + Arrays.toString(SeatKind.values()) + ", but it is another");
    }
    return null;
  }

  private void range(Row row) {
    Range range = new Range();
    json.object(
        field -> {
          switch (field) {
            case "from" -> range.from = json.wholeNumber();
            case "to" -> range.to = json.wholeNumber();
            case "step" -> range.step = json.wholeNumber();
            default -> unknown("from, to or step");
          }
        });
    Long from = range.from;
    Long to = range.to;
    long step = range.step == null ? 1 : range.step;
    if (from == null || to == null || !isSane(from) || !isSane(to) || !isSane(Math.abs(step))) {
      json.fault(
          "Expected numbers within 0 to " + PlanLimits.HIGHEST_SEAT_NUMBER + ", but got " + range);
    } else if (step == 0 || (from < to && step < 0) || (from > to && step > 0)) {
      json.fault("Expected steps that lead from the first to the last, but got " + range);
    } else if (seats.admit((to - from) / step + 1)) {
      for (long number = from; step > 0 ? number <= to : number >= to; number += step) {
        Seat seat = new Seat(json.path());
        seat.label = Long.toString(number);
        row.seats.add(seat);
      }
    }
  }

  private static boolean isSane(long number) {
    return number >= 0 && number <= PlanLimits.HIGHEST_SEAT_NUMBER;
  }

  void areaList() {
    json.array(this::area);
  }

  private void area() {
    Area area = new Area();
    json.object(
        field -> {
          switch (field) {
            case "name" -> area.name = json.text();
            case "zone" -> area.zone = json.text();
            case "capacity" -> area.capacity = json.wholeNumber();
            default -> unknown("name, zone or capacity");
          }
        });
    if (areas.size() < PlanLimits.MOST_PARTS) {
      areas.add(new DraftArea(json.path(), area.name, area.zone, area.capacity));
    }
  }

  private void unknown(String expected) {
    json.fault("Expected " + expected + ", but this field is unknown");
    json.skip();
  }
}
