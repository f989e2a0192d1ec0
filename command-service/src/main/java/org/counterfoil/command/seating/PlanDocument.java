package org.counterfoil.command.seating;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatKind;
import org.counterfoil.domain.seating.SeatPosition;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.Zone;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.json.JsonFactory;

/**
 * A plan as it is stored: Counterfoil's own format, with every id and rank written out. Equal plans
 * have equal bytes, and reading them gives the plan again, seats in the same order.
 */
final class PlanDocument {

  private static final JsonFactory JSON = new JsonFactory();

  private final SeatingPlan plan;
  private final JsonGenerator json;

  private PlanDocument(SeatingPlan plan, JsonGenerator json) {
    this.plan = plan;
    this.json = json;
  }

  static byte[] of(SeatingPlan plan) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (JsonGenerator json = JSON.createGenerator(ObjectWriteContext.empty(), bytes)) {
      new PlanDocument(plan, json).write();
    }
    return bytes.toByteArray();
  }

  private void write() {
    json.writeStartObject();
    json.writeStringProperty("name", plan.name().value());
    json.writeArrayPropertyStart("zones");
    for (Zone zone : plan.zones()) {
      json.writeStartObject();
      json.writeStringProperty("name", zone.name().value());
      json.writeNumberProperty("rank", zone.rank());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayPropertyStart("sections");
    sections();
    json.writeEndArray();
    json.writeArrayPropertyStart("areas");
    for (Area area : plan.areas()) {
      json.writeStartObject();
      json.writeStringProperty("name", area.name().value());
      json.writeStringProperty("zone", area.zone().value());
      json.writeNumberProperty("capacity", area.capacity());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  /** A section goes on as long as seats in plan order share its name and zone; so does a row. */
  private void sections() {
    PlanSeat before = null;
    for (PlanSeat seat : plan.seats()) {
      boolean isSameSection = before != null && isSameSection(before, seat);
      boolean isSameRow = isSameSection && before != null && before.row().equals(seat.row());
      if (before != null && !isSameRow) {
        endRow();
      }
      if (before != null && !isSameSection) {
        endRow();
      }
      if (!isSameSection) {
        json.writeStartObject();
        json.writeStringProperty("name", seat.section().value());
        json.writeStringProperty("zone", seat.zone().value());
        json.writeArrayPropertyStart("rows");
      }
      if (!isSameRow) {
        json.writeStartObject();
        json.writeStringProperty("label", seat.row().value());
        json.writeArrayPropertyStart("seats");
      }
      seat(seat);
      before = seat;
    }
    if (before != null) {
      endRow();
      endRow();
    }
  }

  private static boolean isSameSection(PlanSeat one, PlanSeat other) {
    return one.section().equals(other.section()) && one.zone().equals(other.zone());
  }

  /** Ends a row, or a section: the array inside, and the object. */
  private void endRow() {
    json.writeEndArray();
    json.writeEndObject();
  }

  private void seat(PlanSeat seat) {
    json.writeStartObject();
    json.writeStringProperty("id", seat.id().value());
    json.writeStringProperty("label", seat.label().value());
    json.writeNumberProperty("rank", seat.rank());
    position(seat.position());
    if (seat.kind() != SeatKind.STANDARD) {
      json.writeStringProperty("kind", seat.kind().name());
    }
    if (seat.restrictedView()) {
      json.writeBooleanProperty("restrictedView", true);
    }
    json.writeEndObject();
  }

  private void position(@Nullable SeatPosition position) {
    if (position != null) {
      json.writeName("x");
      json.writeNumber(units(position.x()));
      json.writeName("y");
      json.writeNumber(units(position.y()));
    }
  }

  /** Hundredths as a number without trailing zeros. */
  private static String units(int hundredths) {
    BigDecimal units = BigDecimal.valueOf(hundredths, 2).stripTrailingZeros();
    return units.toPlainString();
  }
}
