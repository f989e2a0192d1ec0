package org.counterfoil.domain.seating;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftArea;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftSeat;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftZone;
import org.junit.jupiter.api.Test;

class SeatingPlanCheckTest {

  private static final List<DraftZone> ZONES =
      List.of(new DraftZone("zones[0]", "A", null), new DraftZone("zones[1]", "B", 5));

  @Test
  void aCleanPlanIsTakenWithItsCounts() {
    SeatingPlan plan =
        sound(draft(seats(1252, n -> "S-" + n, n -> String.valueOf(n)), area("PIT", 300L)));

    assertThat(plan.seatCount()).isEqualTo(1252);
    assertThat(plan.zoneCapacities())
        .containsExactly(
            new ZoneCapacity(new ZoneName("A"), 1, 1252),
            new ZoneCapacity(new ZoneName("B"), 5, 300));
    assertThat(plan.indexOf(new SeatId("S-1251"))).isEqualTo(1251);
    assertThat(plan.indexOf(new SeatId("S-1252"))).isEqualTo(-1);
    assertThat(plan.indexOf(new AreaName("PIT"))).isZero();
    assertThat(plan.indexOf(new AreaName("ROOF"))).isEqualTo(-1);
  }

  @Test
  void everyRepeatedIdIsNamed() {
    // 738 seats: 612 ids, of which 126 occur twice.
    List<PlanFault> faults = faults(draft(seats(738, n -> "S-" + n % 612, String::valueOf)));

    assertThat(faults).hasSize(126);
    for (int id = 0; id < 126; id++) {
      assertThat(faults)
          .contains(
              new PlanFault(
                  "seats[" + (612 + id) + "]",
                  "Expected seat ids to be unique, but \"S-" + id + "\" occurs 2 times"));
    }
  }

  @Test
  void everyRepeatedLabelIsNamed() {
    // 760 unique ids, but only 198 distinct labels.
    List<PlanFault> faults = faults(draft(seats(760, n -> "S-" + n, n -> String.valueOf(n % 198))));

    assertThat(faults).hasSize(198);
    assertThat(faults)
        .extracting(PlanFault::message)
        .contains(
            "Expected section, row and seat labels to be unique together, but section \"ORCH\", row"
                + " \"A\", seat \"0\" occurs 4 times")
        .allMatch(message -> message.matches(".* occurs [34] times"));
  }

  /** Two seats at one place in the hall cannot be told apart, whatever they cost. */
  @Test
  void aLabelIsOneSeatAlsoInTwoPriceZones() {
    DraftSeat one = seat("seats[0]", "1", "A", "ORCH", "A", "1", null);
    DraftSeat other = seat("seats[1]", "2", "B", "ORCH", "A", "1", null);
    DraftSeat elsewhere = seat("seats[2]", "3", "B", "BALC", "A", "1", null);

    assertThat(faults(draft(List.of(one, other))))
        .extracting(PlanFault::path)
        .containsExactly("seats[1]");
    assertThat(sound(draft(List.of(one, elsewhere))).seatCount()).isEqualTo(2);
  }

  /** People sit beside each other whatever they paid. */
  @Test
  void aRowMayCrossPriceZones() {
    PlanSeat one = sound(draft(List.of(seat("s", "1", "A", "ORCH", "A", "1", null)))).seat(0);
    PlanSeat dearer = sound(draft(List.of(seat("s", "2", "B", "ORCH", "A", "2", null)))).seat(0);
    PlanSeat behind = sound(draft(List.of(seat("s", "3", "A", "ORCH", "B", "1", null)))).seat(0);
    PlanSeat above = sound(draft(List.of(seat("s", "4", "A", "BALC", "A", "1", null)))).seat(0);

    assertThat(one.isInRowOf(dearer)).isTrue();
    assertThat(one.isInRowOf(behind)).isFalse();
    assertThat(one.isInRowOf(above)).isFalse();
  }

  @Test
  void aSeatWithoutIdIsCalledByItsPlace() {
    DraftSeat seat = seat("seats[0]", null, "A", "ORCH", "A", "12", null);

    assertThat(sound(draft(List.of(seat))).seat(0).id()).isEqualTo(new SeatId("ORCH-A-12"));
  }

  @Test
  void idsThatAreMadeFromLabelsMayCollideAndAreNamed() {
    DraftSeat one = seat("seats[0]", null, "A", "ORCH", "A-1", "2", null);
    DraftSeat other = seat("seats[1]", null, "A", "ORCH", "A", "1-2", null);

    assertThat(faults(draft(List.of(one, other))))
        .containsExactly(
            new PlanFault(
                "seats[1]", "Expected seat ids to be unique, but \"ORCH-A-1-2\" occurs 2 times"));
  }

  @Test
  void zonesMustBeKnown() {
    List<DraftSeat> seats =
        List.of(
            seat("seats[0]", "1", "C", "ORCH", "A", "1", null),
            seat("seats[1]", "2", "C", "ORCH", "A", "2", null),
            seat("seats[2]", "3", null, "ORCH", "A", "3", null));

    assertThat(faults(draft(seats, new DraftArea("areas[0]", "PIT", "D", 1L))))
        .containsExactlyInAnyOrder(
            new PlanFault("seats[2].zone", "Expected a zone, but there is none"),
            new PlanFault(
                "seats[0].zone",
                "Expected a zone of this plan, but \"C\" is unknown, named 2 times"),
            new PlanFault(
                "areas[0].zone",
                "Expected a zone of this plan, but \"D\" is unknown, named 1 times"));
  }

  @Test
  void sizesAndRanksMustBeSane() {
    for (Long capacity : new Long[] {null, 0L, -1L, 1_000_001L, Long.MIN_VALUE, Long.MAX_VALUE}) {
      assertThat(faults(draft(List.of(), new DraftArea("areas[0]", "PIT", "A", capacity))))
          .singleElement()
          .extracting(PlanFault::path)
          .isEqualTo("areas[0].capacity");
    }
    for (int rank : new int[] {0, -1, 1_000_001, Integer.MIN_VALUE, Integer.MAX_VALUE}) {
      assertThat(faults(draft(List.of(seat("seats[0]", "1", "A", "ORCH", "A", "1", rank)))))
          .containsExactly(
              new PlanFault(
                  "seats[0].rank", "Expected a rank from 1 to 1000000, but it is " + rank));
      SeatingPlanDraft bad =
          new SeatingPlanDraft(
              "Plan", List.of(new DraftZone("zones[0]", "A", rank)), oneSeat(), List.of());
      assertThat(faults(bad)).extracting(PlanFault::path).containsExactly("zones[0].rank");
    }
    assertThat(sound(draft(List.of(), area("PIT", 1_000_000L))).seatCount()).isZero();
  }

  @Test
  void aPlanHasSomethingToSell() {
    assertThat(faults(draft(List.of())))
        .containsExactly(
            new PlanFault("sections", "Expected at least one seat or area, but there is none"));
  }

  @Test
  void aPlanHasAtMostTwoHundredThousandSeats() {
    List<DraftSeat> most = seats(SeatingPlanCheck.MAX_SEATS, n -> "S" + n, String::valueOf);
    assertThat(sound(draft(most)).seatCount()).isEqualTo(200_000);

    List<DraftSeat> tooMany = new ArrayList<>(most);
    tooMany.add(seat("seats[200000]", "more", "A", "ORCH", "A", "more", null));
    assertThat(faults(draft(tooMany)))
        .containsExactly(
            new PlanFault("sections", "Expected at most 200000 seats, but there are 200001"));
  }

  @Test
  void aPlanHasAtMostTwoHundredZonesAndAreas() {
    List<DraftZone> zones =
        IntStream.rangeClosed(0, SeatingPlanCheck.MAX_ZONES)
            .mapToObj(n -> new DraftZone("zones[" + n + "]", "Z" + n, 1))
            .toList();
    List<DraftArea> areas =
        IntStream.rangeClosed(0, SeatingPlanCheck.MAX_ZONES)
            .mapToObj(n -> new DraftArea("areas[" + n + "]", "P" + n, "Z0", 1_000_000L))
            .toList();

    assertThat(faults(new SeatingPlanDraft("Plan", zones, List.of(), areas)))
        .extracting(PlanFault::path)
        .containsExactly("zones", "areas");
    // As many as may be, as large as may be, still add up.
    SeatingPlan largest =
        sound(
            new SeatingPlanDraft("Plan", zones.subList(0, 200), List.of(), areas.subList(0, 200)));
    assertThat(largest.zoneCapacities().getFirst().capacity()).isEqualTo(200_000_000);
  }

  /** An organiser corrects a file once, not fault by fault. */
  @Test
  void allFaultsAreFoundAtOnce() {
    SeatingPlanDraft draft =
        new SeatingPlanDraft(
            null,
            List.of(
                new DraftZone("zones[0]", "A", null),
                new DraftZone("zones[1]", "A", null),
                new DraftZone("zones[2]", null, null)),
            List.of(
                seat("seats[0]", "1", "A", "ORCH", "A", "1", null),
                seat("seats[1]", "1", "A", "ORCH", "A", "1", 0),
                seat("seats[2]", "3", "X", null, null, null, null),
                seat("seats[3]", "a@b.example", "A", "ORCH", "A", "call 0123456789", null),
                seat("seats[4]", "a@b.example", "A", "ORCH", "A", "4", null)),
            List.of(
                new DraftArea("areas[0]", "PIT", "A", 1L),
                new DraftArea("areas[1]", "PIT", "Y", -5L),
                new DraftArea("areas[2]", null, null, null)));

    assertThat(faults(draft))
        .extracting(PlanFault::path)
        .containsExactlyInAnyOrder(
            "name",
            "zones[1]",
            "zones[2].name",
            "seats[1].rank",
            "seats[1]",
            "seats[1]",
            "seats[2].zone",
            "seats[2]",
            "seats[2]",
            "seats[2].label",
            "seats[3].label",
            "seats[4].id",
            "areas[1]",
            "areas[1].zone",
            "areas[1].capacity",
            "areas[2].name",
            "areas[2].zone",
            "areas[2].capacity");
    assertThat(faults(draft))
        .allMatch(fault -> fault.message().matches("Expected .+, but .+"))
        .noneMatch(fault -> fault.message().contains("a@b.example"));
  }

  @Test
  void moreFaultsThanCanBeReadAreCounted() {
    List<PlanFault> faults = faults(draft(seats(20_500, n -> "S" + n, n -> "")));

    assertThat(faults).hasSize(SeatingPlanCheck.MAX_FAULTS + 1);
    assertThat(faults.getLast().message())
        .isEqualTo("Expected at most 10000 faults to list, but there are 10500 more");
  }

  /** Whatever is read: an answer, never a failure; and a sound plan keeps what was drafted. */
  @Test
  void anyDraftHasAnAnswer() {
    long seed = 7;
    Random random = new Random(seed);
    int soundOnes = 0;
    for (int round = 0; round < 3000; round++) {
      List<DraftSeat> seats = new ArrayList<>();
      int count = random.nextInt(6);
      for (int n = 0; n < count; n++) {
        seats.add(
            seat(
                "seats[" + n + "]",
                text(random, "1", "2", "3", "4", "5", "6", "7", "8", "9"),
                text(random, "A", "B"),
                text(random, "ORCH", "BALC"),
                text(random, "A", "B", "C", "D"),
                text(random, "1", "2", "3", "4", "5", "6"),
                random.nextInt(20) == 0 ? random.nextInt() : null));
      }
      SeatingPlanDraft draft =
          draft(seats, area("PIT", random.nextInt(9) == 0 ? random.nextLong() : 5L));
      switch (SeatingPlanCheck.check(draft)) {
        case SeatingPlanCheck.Result.Sound sound -> {
          soundOnes++;
          assertThat(sound.plan().seats())
              .as("seed %d", seed)
              .hasSize(count)
              .doesNotHaveDuplicates();
        }
        case SeatingPlanCheck.Result.Faulty faulty ->
            assertThat(faulty.faults()).as("seed %d", seed).isNotEmpty();
      }
    }
    assertThat(soundOnes).isBetween(300, 2700);
  }

  private static String text(Random random, String... values) {
    return switch (random.nextInt(40)) {
      case 0 -> null;
      case 1 -> "";
      case 2 -> "x@y";
      default -> values[random.nextInt(values.length)];
    };
  }

  private static SeatingPlan sound(SeatingPlanDraft draft) {
    return switch (SeatingPlanCheck.check(draft)) {
      case SeatingPlanCheck.Result.Sound sound -> sound.plan();
      case SeatingPlanCheck.Result.Faulty faulty ->
          throw new AssertionError("Expected a sound plan, but " + faulty.faults());
    };
  }

  private static List<PlanFault> faults(SeatingPlanDraft draft) {
    return switch (SeatingPlanCheck.check(draft)) {
      case SeatingPlanCheck.Result.Sound sound ->
          throw new AssertionError("Expected faults, but it is sound: " + sound.plan().name());
      case SeatingPlanCheck.Result.Faulty faulty -> faulty.faults();
    };
  }

  private static SeatingPlanDraft draft(List<DraftSeat> seats, DraftArea... areas) {
    return new SeatingPlanDraft("Plan", ZONES, seats, List.of(areas));
  }

  private static DraftArea area(String name, Long capacity) {
    return new DraftArea("areas[0]", name, "B", capacity);
  }

  private static List<DraftSeat> oneSeat() {
    return List.of(seat("seats[0]", "1", "A", "ORCH", "A", "1", null));
  }

  private static List<DraftSeat> seats(
      int count, IntFunction<String> id, IntFunction<String> label) {
    return IntStream.range(0, count)
        .mapToObj(
            n -> seat("seats[" + n + "]", id.apply(n), "A", "ORCH", "A", label.apply(n), null))
        .toList();
  }

  private static DraftSeat seat(
      String path, String id, String zone, String section, String row, String label, Integer rank) {
    return new DraftSeat(path, id, zone, section, row, label, rank, null, false, null);
  }
}
