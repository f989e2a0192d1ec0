package org.counterfoil.command.seating;

import java.io.CharConversionException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.seating.SeatParts.Seats;
import org.counterfoil.command.seating.SeatParts.Zone;
import org.counterfoil.domain.seating.SeatingPlanCheck;
import org.counterfoil.domain.seating.SeatingPlanDraft;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftZone;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads a seating plan from JSON in one pass, in either of the two formats, told apart by content:
 * {@code sections} or {@code areas} are Counterfoil's own, {@code categories}, {@code size} or
 * {@code zones} with {@code rows} are pretix's.
 */
final class PlanReader {

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(PlanLimits.DEEPEST)
                  .maxStringLength(PlanLimits.LONGEST_TEXT)
                  .maxNameLength(PlanLimits.LONGEST_TEXT)
                  .build())
          .build();

  private final PlanFaults faults = new PlanFaults();
  private final Seats seats = new Seats(SeatingPlanCheck.MAX_SEATS);
  private final JsonShape json;
  private final OwnFormat own;
  private final PretixFormat pretix;
  private final List<Zone> zones = new ArrayList<>();
  private final List<DraftZone> zoneDrafts = new ArrayList<>();
  private final List<String> unknownToOwn = new ArrayList<>();
  private @Nullable String name;
  private boolean isOwn;
  private boolean isPretix;

  private PlanReader(JsonParser parser) {
    this.json = new JsonShape(parser, faults);
    this.own = new OwnFormat(json, seats);
    this.pretix = new PretixFormat(json, seats);
  }

  /**
   * Reads and checks a file to its end.
   *
   * @throws JacksonIOException where the file breaks off because it cannot be read
   */
  static SeatingPlanCheck.Result read(InputStream file) {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), file)) {
      return new PlanReader(parser).read(parser);
    }
  }

  private SeatingPlanCheck.Result read(JsonParser parser) {
    try {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        faults.add("", "Expected a JSON object, but the file holds something else");
        return new SeatingPlanCheck.Result.Faulty(faults.all());
      }
      json.object(this::field);
      if (parser.nextToken() != null) {
        faults.add("", "Expected one JSON object, but more follows");
      }
    } catch (JacksonException unreadable) {
      if (unreadable instanceof JacksonIOException
          && !(unreadable.getCause() instanceof CharConversionException)) {
        throw unreadable;
      }
      faults.add("", notJson(unreadable.getLocation()));
      return new SeatingPlanCheck.Result.Faulty(faults.all());
    }
    return check();
  }

  private void field(String field) {
    switch (field) {
      case "name" -> name = json.text();
      case "zones" -> json.array(this::zone);
      case "sections" -> {
        isOwn = true;
        own.sections();
      }
      case "areas" -> {
        isOwn = true;
        own.areaList();
      }
      case "categories" -> {
        isPretix = true;
        pretix.categoryList();
      }
      case "size" -> {
        isPretix = true;
        json.skip();
      }
      default -> {
        unknownToOwn();
        json.skip();
      }
    }
  }

  private void unknownToOwn() {
    if (unknownToOwn.size() < PlanFaults.MOST_LISTED) {
      unknownToOwn.add(json.path());
    }
  }

  private void zone() {
    Zone zone = new Zone();
    json.object(
        field -> {
          switch (field) {
            case "name" -> zone.name = json.text();
            case "rank" -> zone.rank = json.rank();
            case "rows" -> pretix.rows(zone);
            case "position" -> zone.offset = pretix.position();
            default -> json.skip();
          }
          if (!field.equals("name") && !field.equals("rank")) {
            unknownToOwn();
          }
        });
    isPretix |= zone.hasRows;
    if (zones.size() < PlanLimits.MOST_PARTS) {
      zones.add(zone);
      zoneDrafts.add(new DraftZone(json.path(), zone.name, zone.rank));
    }
  }

  private SeatingPlanCheck.Result check() {
    if (isOwn && isPretix) {
      faults.add(
          "",
          "Expected Counterfoil's format (sections, areas) or pretix's (categories, zones with"
              + " rows), but there are fields of both");
      return new SeatingPlanCheck.Result.Faulty(faults.all());
    }
    if (isPretix) {
      pretix.finish(zones, name);
    } else {
      unknownToOwn.forEach(
          path -> faults.add(path, "Expected a field of the format, but this one is unknown"));
    }
    if (seats.areTooMany()) {
      faults.add(
          isPretix ? "zones" : "sections",
          "Expected at most "
              + SeatingPlanCheck.MAX_SEATS
              + " seats, but there are "
              + seats.count());
      return new SeatingPlanCheck.Result.Faulty(faults.all());
    }
    return merged(
        SeatingPlanCheck.check(
            new SeatingPlanDraft(
                name, isPretix ? pretix.categories() : zoneDrafts, seats.drafts, own.areas())));
  }

  private SeatingPlanCheck.Result merged(SeatingPlanCheck.Result checked) {
    if (checked instanceof SeatingPlanCheck.Result.Faulty faulty) {
      faults.addElsewhere(faulty.faults());
    }
    return faults.isEmpty() ? checked : new SeatingPlanCheck.Result.Faulty(faults.all());
  }

  private static String notJson(@Nullable TokenStreamLocation where) {
    String place =
        where == null
            ? ""
            : ", from line " + where.getLineNr() + ", column " + where.getColumnNr() + " on";
    return "Expected JSON in UTF-8, without repeated fields, nested at most "
        + PlanLimits.DEEPEST
        + " deep and with texts of at most "
        + PlanLimits.LONGEST_TEXT
        + " characters, but it is not"
        + place;
  }
}
