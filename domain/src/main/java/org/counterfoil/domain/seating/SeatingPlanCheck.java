package org.counterfoil.domain.seating;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.InvalidText;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftArea;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftSeat;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftZone;
import org.jspecify.annotations.Nullable;

/**
 * Checks a seating plan and finds every fault at once: an organiser corrects a file once, not fault
 * by fault.
 */
public final class SeatingPlanCheck {

  /** The most seats a plan may have; places of areas are counted apart. */
  public static final int MAX_SEATS = 200_000;

  /** The most zones, and the most areas: a performance's event holds all of them. */
  public static final int MAX_ZONES = 200;

  /** More faults than these are counted, not listed. */
  static final int MAX_FAULTS = 10_000;

  private static final int MAX_AREA_CAPACITY = 1_000_000;
  private static final int WORST_RANK = 1_000_000;

  private final List<PlanFault> faults = new ArrayList<>();
  private int unlistedFaults;
  private final Repeats unknownZones = new Repeats();
  private final Map<String, Zone> zones = new HashMap<>();
  private final List<Zone> zoneOrder = new ArrayList<>();

  private SeatingPlanCheck() {}

  /** The outcome: the plan, or all its faults. */
  public sealed interface Result {
    record Sound(SeatingPlan plan) implements Result {}

    record Faulty(List<PlanFault> faults) implements Result {}
  }

  public static Result check(SeatingPlanDraft draft) {
    return new SeatingPlanCheck().run(draft);
  }

  private Result run(SeatingPlanDraft draft) {
    PublicLabel name = label("name", draft.name(), "a name for the plan");
    checkCount("zones", draft.zones().size());
    checkCount("areas", draft.areas().size());
    draft.zones().forEach(this::zone);
    if (draft.seats().size() > MAX_SEATS) {
      fault(
          "sections",
          "Expected at most " + MAX_SEATS + " seats, but there are " + draft.seats().size());
      return faulty();
    }
    List<PlanSeat> seats = seats(draft.seats());
    List<Area> areas = areas(draft.areas());
    unknownZones.reportAll("Expected a zone of this plan, but \"%s\" is unknown, named %d times");
    if (draft.seats().isEmpty() && draft.areas().isEmpty()) {
      fault("sections", "Expected at least one seat or area, but there is none");
    }
    if (!faults.isEmpty() || name == null) {
      return faulty();
    }
    return new Result.Sound(new SeatingPlan(name, zoneOrder, seats, areas));
  }

  private Result faulty() {
    if (unlistedFaults > 0) {
      faults.add(
          new PlanFault(
              "",
              "Expected at most "
                  + MAX_FAULTS
                  + " faults to list, but there are "
                  + unlistedFaults
                  + " more"));
    }
    return new Result.Faulty(List.copyOf(faults));
  }

  private void checkCount(String path, int count) {
    if (count > MAX_ZONES) {
      fault(path, "Expected at most " + MAX_ZONES + " " + path + ", but there are " + count);
    }
  }

  private void zone(DraftZone draft) {
    String name = text(draft.path() + ".name", draft.name(), "a zone name");
    if (name == null) {
      return;
    }
    int rank = draft.rank() == null ? zones.size() + 1 : draft.rank();
    checkRank(draft.path(), rank);
    Zone zone = new Zone(new ZoneName(name), rank);
    if (zones.putIfAbsent(name, zone) != null) {
      fault(draft.path(), "Expected zone names to be unique, but \"" + name + "\" repeats");
    } else {
      zoneOrder.add(zone);
    }
  }

  private List<PlanSeat> seats(List<DraftSeat> drafts) {
    List<PlanSeat> seats = new ArrayList<>(drafts.size());
    Repeats ids = new Repeats();
    Repeats labels = new Repeats();
    for (DraftSeat draft : drafts) {
      PlanSeat seat = seat(draft);
      if (seat != null) {
        seats.add(seat);
        ids.count(seat.id().value(), draft.path());
        labels.count(
            "section \""
                + seat.section()
                + "\", row \""
                + seat.row()
                + "\", seat \""
                + seat.label()
                + "\"",
            draft.path());
      }
    }
    ids.report("Expected seat ids to be unique, but \"%s\" occurs %d times");
    labels.report(
        "Expected section, row and seat labels to be unique together, but %s occurs %d times");
    return seats;
  }

  private @Nullable PlanSeat seat(DraftSeat draft) {
    ZoneName zone = knownZone(draft.path() + ".zone", draft.zone());
    PublicLabel section = label(draft.path(), draft.section(), "a section name");
    PublicLabel row = label(draft.path(), draft.row(), "a row label");
    PublicLabel label = label(draft.path() + ".label", draft.label(), "a seat label");
    int rank = draft.rank() == null ? 1 : draft.rank();
    checkRank(draft.path(), rank);
    if (zone == null || section == null || row == null || label == null) {
      return null;
    }
    String given = draft.id() == null ? section + "-" + row + "-" + label : draft.id();
    SeatId id = id(draft.path() + ".id", given);
    if (id == null) {
      return null;
    }
    SeatKind kind = draft.kind() == null ? SeatKind.STANDARD : draft.kind();
    return new PlanSeat(
        id, zone, section, row, label, rank, kind, draft.restrictedView(), draft.position());
  }

  private List<Area> areas(List<DraftArea> drafts) {
    List<Area> areas = new ArrayList<>();
    Set<String> names = new HashSet<>();
    for (DraftArea draft : drafts) {
      String name = text(draft.path() + ".name", draft.name(), "an area name");
      ZoneName zone = knownZone(draft.path() + ".zone", draft.zone());
      Long capacity = draft.capacity();
      boolean isSane = capacity != null && capacity >= 1 && capacity <= MAX_AREA_CAPACITY;
      if (!isSane) {
        fault(
            draft.path() + ".capacity",
            "Expected a capacity from 1 to " + MAX_AREA_CAPACITY + ", but it is " + capacity);
      }
      if (name != null && !names.add(name)) {
        fault(draft.path(), "Expected area names to be unique, but \"" + name + "\" repeats");
      }
      if (name != null && zone != null && capacity != null && isSane) {
        areas.add(new Area(new AreaName(name), zone, Math.toIntExact(capacity)));
      }
    }
    return areas;
  }

  private @Nullable ZoneName knownZone(String path, @Nullable String name) {
    Zone zone = name == null ? null : zones.get(name);
    if (name == null) {
      fault(path, "Expected a zone, but there is none");
    } else if (zone == null) {
      unknownZones.count(name, path);
    }
    return zone == null ? null : zone.name();
  }

  private void checkRank(String path, int rank) {
    if (rank < 1 || rank > WORST_RANK) {
      fault(path + ".rank", "Expected a rank from 1 to " + WORST_RANK + ", but it is " + rank);
    }
  }

  private @Nullable SeatId id(String path, String given) {
    try {
      return new SeatId(given);
    } catch (InvalidText invalid) {
      fault(path, invalid.getMessage());
      return null;
    }
  }

  private @Nullable PublicLabel label(String path, @Nullable String given, String what) {
    String checked = text(path, given, what);
    return checked == null ? null : new PublicLabel(checked);
  }

  private @Nullable String text(String path, @Nullable String given, String what) {
    if (given == null) {
      fault(path, "Expected " + what + ", but there is none");
      return null;
    }
    try {
      return new PublicLabel(given).value();
    } catch (InvalidText invalid) {
      fault(path, invalid.getMessage());
      return null;
    }
  }

  private void fault(String path, @Nullable String message) {
    if (faults.size() == MAX_FAULTS) {
      unlistedFaults++;
      return;
    }
    faults.add(new PlanFault(path, message == null ? "Expected something else" : message));
  }

  /** Counts values, and where each stood first and was first repeated. */
  private final class Repeats {
    private final Map<String, Integer> counts = new HashMap<>();
    private final Map<String, String> first = new LinkedHashMap<>();
    private final Map<String, String> firstRepeat = new LinkedHashMap<>();

    void count(String value, String path) {
      int count = counts.merge(value, 1, Integer::sum);
      if (count == 1) {
        first.put(value, path);
      } else if (count == 2) {
        firstRepeat.put(value, path);
      }
    }

    /** A fault for each value that occurs more than once, where it is first repeated. */
    void report(String pattern) {
      report(pattern, firstRepeat);
    }

    /** A fault for each value, where it stands first. */
    void reportAll(String pattern) {
      report(pattern, first);
    }

    private void report(String pattern, Map<String, String> places) {
      places.forEach(
          (value, path) ->
              fault(path, String.format(pattern, value, counts.getOrDefault(value, 0))));
    }
  }
}
