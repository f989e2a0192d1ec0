package org.counterfoil.command.seating;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.counterfoil.domain.seating.PlanFault;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlanCheck.Result;

/** Writes seating plans as files of either format. */
public final class PlanFiles {

  /** A seat as a file tells it. */
  public record FileSeat(String id, String section, String zone, String row, String label) {}

  private PlanFiles() {}

  /** A theatre's seats: rows of 24 in three sections and price zones, all ids and labels apart. */
  public static List<FileSeat> theatre(int seatCount) {
    String[] sections = {"Orchestre", "Corbeille", "Balcon"};
    String[] zones = {"Carré Or", "Série 1", "Série 2"};
    List<FileSeat> seats = new ArrayList<>();
    for (int number = 0; number < seatCount; number++) {
      int third = (int) (3L * number / seatCount);
      String row = "R" + (number / 24 + 1);
      String label = Integer.toString(number % 24 + 1);
      seats.add(
          new FileSeat(
              sections[third].charAt(0) + "-" + row + "-" + label,
              sections[third],
              zones[third],
              row,
              label));
    }
    return seats;
  }

  /** The file in Counterfoil's own format. */
  public static String own(List<FileSeat> seats) {
    String sections =
        seats.stream()
            .collect(
                Collectors.groupingBy(
                    FileSeat::section, java.util.LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(
                section ->
                    "{\"name\":\"%s\",\"zone\":\"%s\",\"rows\":[%s]}"
                        .formatted(
                            section.getFirst().section(),
                            section.getFirst().zone(),
                            rows(
                                section,
                                "{\"label\":\"%s\",\"seats\":[%s]}",
                                seat ->
                                    "{\"id\":\"%s\",\"label\":\"%s\"}"
                                        .formatted(seat.id(), seat.label()))))
            .collect(Collectors.joining(","));
    return "{\"name\":\"Théâtre\",\"zones\":[%s],\"sections\":[%s],\"areas\":[]}"
        .formatted(zones(seats), sections);
  }

  /** The file in pretix's format, later generation; earlier ones know none of the extra fields. */
  public static String pretix(List<FileSeat> seats, boolean isLater) {
    String zones =
        seats.stream()
            .collect(
                Collectors.groupingBy(
                    FileSeat::section, java.util.LinkedHashMap::new, Collectors.toList()))
            .values()
            .stream()
            .map(
                section ->
                    "{\"name\":\"%s\",%s\"position\":{\"x\":10,\"y\":20},\"rows\":[%s],\"areas\":[%s]}"
                        .formatted(
                            section.getFirst().section(),
                            isLater ? "\"zone_id\":\"z\",\"uuid\":\"u\"," : "\"displayed\":true,",
                            pretixRows(section, isLater),
                            isLater
                                ? "{\"shape\":\"text\",\"text\":{\"text\":\"SCÈNE\",\"position\":{\"x\":0.5,\"y\":1}}}"
                                : "{\"width\":10,\"height\":4,\"text\":\"SCÈNE\",\"position\":{\"x\":0,\"y\":1}}"))
            .collect(Collectors.joining(","));
    return "{\"name\":\"Théâtre\",\"categories\":[%s],\"zones\":[%s],\"size\":{\"width\":9,\"height\":9}}"
        .formatted(
            seats.stream()
                .map(FileSeat::zone)
                .distinct()
                .map("{\"name\":\"%s\",\"color\":\"#fff\"}"::formatted)
                .collect(Collectors.joining(",")),
            zones);
  }

  private static String pretixRows(List<FileSeat> section, boolean isLater) {
    return rows(
        section,
        isLater
            ? "{\"row_number\":\"%s\",\"row_number_position\":\"both\",\"row_label\":null,\"seat_label\":\"Place %%s\",\"position\":{\"x\":0.25,\"y\":1},\"seats\":[%s]}"
                .replace("%%s", "N")
            : "{\"row_number\":\"%s\",\"number_of_seats\":1,\"seats_spacing\":25,\"position\":{\"x\":0,\"y\":1},\"seats\":[%s]}",
        seat ->
            "{\"seat_guid\":\"%s\",\"seat_number\":\"%s\",\"position\":{\"x\":1,\"y\":0},\"category\":\"%s\"%s}"
                .formatted(
                    seat.id(),
                    seat.label(),
                    seat.zone(),
                    isLater ? ",\"uuid\":\"w\",\"radius\":10,\"start_direction\":null" : ""));
  }

  private static String rows(
      List<FileSeat> section,
      String pattern,
      java.util.function.Function<FileSeat, String> seatJson) {
    return section.stream()
        .collect(
            Collectors.groupingBy(FileSeat::row, java.util.LinkedHashMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(
            row ->
                pattern.formatted(
                    row.getKey(),
                    row.getValue().stream().map(seatJson).collect(Collectors.joining(","))))
        .collect(Collectors.joining(","));
  }

  private static String zones(List<FileSeat> seats) {
    return seats.stream()
        .map(FileSeat::zone)
        .distinct()
        .map("{\"name\":\"%s\"}"::formatted)
        .collect(Collectors.joining(","));
  }

  static Result read(String file) {
    return PlanReader.read(new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)));
  }

  /** The plan of a sound file. */
  static SeatingPlan plan(String file) {
    return switch (read(file)) {
      case Result.Sound sound -> sound.plan();
      case Result.Faulty faulty ->
          throw new AssertionError("Expected a sound plan, but " + faulty.faults());
    };
  }

  /** The faults of a faulty file. */
  static List<PlanFault> faults(String file) {
    return switch (read(file)) {
      case Result.Sound sound ->
          throw new AssertionError(
              "Expected faults, but the plan is sound: " + sound.plan().name());
      case Result.Faulty faulty -> faulty.faults();
    };
  }
}
