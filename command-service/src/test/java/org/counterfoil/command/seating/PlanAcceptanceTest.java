package org.counterfoil.command.seating;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.command.seating.PlanFiles.faults;
import static org.counterfoil.command.seating.PlanFiles.own;
import static org.counterfoil.command.seating.PlanFiles.plan;
import static org.counterfoil.command.seating.PlanFiles.pretix;
import static org.counterfoil.command.seating.PlanFiles.theatre;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterfoil.command.seating.PlanFiles.FileSeat;
import org.counterfoil.domain.seating.PlanFault;
import org.counterfoil.domain.seating.SeatId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Plans as organisers send them: sound ones are taken, faulty ones named in full. */
class PlanAcceptanceTest {

  /** The formats a plan comes in. */
  enum Format {
    OWN,
    PRETIX,
    PRETIX_LATER;

    String file(List<FileSeat> seats) {
      return switch (this) {
        case OWN -> own(seats);
        case PRETIX -> pretix(seats, false);
        case PRETIX_LATER -> pretix(seats, true);
      };
    }
  }

  @ParameterizedTest
  @EnumSource
  void aCleanPlanIsTakenWithItsCount(Format format) {
    var plan = plan(format.file(theatre(1_252)));

    assertThat(plan.seatCount()).isEqualTo(1_252);
    assertThat(plan.zones())
        .extracting(zone -> zone.name().value())
        .containsExactly("Carré Or", "Série 1", "Série 2");
    assertThat(plan.seat(0).section().value()).isEqualTo("Orchestre");
    assertThat(plan.indexOf(new SeatId("B-R53-4"))).isEqualTo(1_251);
  }

  @ParameterizedTest
  @EnumSource
  void repeatedIdsAreAllNamed(Format format) {
    // given 738 seats, of which 126 have the id of another
    List<FileSeat> seats = new ArrayList<>(theatre(738));
    Set<String> repeated = seats.stream().limit(126).map(FileSeat::id).collect(Collectors.toSet());
    for (int i = 0; i < 126; i++) {
      FileSeat seat = seats.get(600 + i);
      seats.set(
          600 + i,
          new FileSeat(seats.get(i).id(), seat.section(), seat.zone(), seat.row(), seat.label()));
    }

    List<PlanFault> faults = faults(format.file(seats));

    assertThat(faults).hasSize(126);
    assertThat(faults)
        .allSatisfy(fault -> assertThat(fault.message()).contains("seat ids to be unique"));
    assertThat(repeated)
        .allSatisfy(
            id ->
                assertThat(faults)
                    .anyMatch(fault -> fault.message().contains("\"" + id + "\" occurs 2 times")));
  }

  @ParameterizedTest
  @EnumSource
  void repeatedLabelsAreAllNamed(Format format) {
    // given 760 unique ids, but only 198 places that a label tells apart
    List<FileSeat> seats =
        IntStream.range(0, 760)
            .mapToObj(
                i ->
                    new FileSeat(
                        new UUID(7, i).toString(),
                        "Salle",
                        "Série",
                        "R" + i % 198 / 20,
                        "" + i % 198 % 20))
            .toList();

    List<PlanFault> faults = faults(format.file(seats));

    assertThat(faults).hasSize(198);
    assertThat(faults)
        .anyMatch(f -> f.message().contains("row \"R0\", seat \"0\" occurs 4 times"))
        .anyMatch(f -> f.message().contains("row \"R9\", seat \"17\" occurs 3 times"));
  }

  @ParameterizedTest
  @EnumSource
  void seatsCalledByUuidsAreNoTelephoneNumbers(Format format) {
    List<FileSeat> seats =
        IntStream.range(0, 100)
            .mapToObj(
                i ->
                    new FileSeat(
                        new UUID(0x0033_6123_4567_0089L, i).toString(), "S", "Z", "A", "" + i))
            .toList();

    assertThat(plan(format.file(seats)).seatCount()).isEqualTo(100);
  }

  @Test
  void twoSeatsOfOneLabelInOnePretixZoneAreARepetitionWhateverTheirCategory() {
    List<FileSeat> seats =
        List.of(
            new FileSeat("1", "Salle", "Série 1", "A", "1"),
            new FileSeat("2", "Salle", "Série 2", "A", "1"));

    assertThat(faults(pretix(seats, true)))
        .singleElement()
        .extracting(PlanFault::message)
        .asString()
        .contains("row \"A\", seat \"1\" occurs 2 times");
  }
}
