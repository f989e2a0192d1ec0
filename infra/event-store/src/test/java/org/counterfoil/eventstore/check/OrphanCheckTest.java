package org.counterfoil.eventstore.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SaleRules.SeatChoice;
import org.counterfoil.domain.seating.SeatKind;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.SeatingPlanCheck;
import org.counterfoil.domain.seating.SeatingPlanCheck.Result;
import org.counterfoil.domain.seating.SeatingPlanDraft;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftSeat;
import org.counterfoil.domain.seating.SeatingPlanDraft.DraftZone;
import org.counterfoil.eventstore.check.OrphanCheck.OrphanReport;
import org.junit.jupiter.api.Test;

/** A single seat that was left alone is found where there was a choice, and only there. */
class OrphanCheckTest {

  private static final SaleRules NO_ORPHANS = new SaleRules(480, 10, 10, SeatChoice.ANY, true);

  private final WrittenLog log = new WrittenLog();

  /** One zone; a letter in a row is a wheelchair place (W), a dot is any. */
  private static SeatingPlan plan(String... rows) {
    List<DraftSeat> seats = new ArrayList<>();
    for (int row = 0; row < rows.length; row++) {
      for (int seat = 0; seat < rows[row].length(); seat++) {
        SeatKind kind = rows[row].charAt(seat) == 'W' ? SeatKind.WHEELCHAIR : SeatKind.STANDARD;
        String label = String.valueOf(seat + 1);
        seats.add(
            new DraftSeat("", null, "STALLS", "ORCH", "R" + row, label, 1, kind, false, null));
      }
    }
    SeatingPlanDraft draft =
        new SeatingPlanDraft("Salle", List.of(new DraftZone("", "STALLS", 1)), seats, List.of());
    return ((Result.Sound) SeatingPlanCheck.check(draft)).plan();
  }

  @Test
  void aChoiceThatLeavesNobodysSeatAloneIsRight() {
    log.scheduled().placed("a", 0, 1).placed("b", 2, 3).placed("c", 4, 5, 6, 7);

    OrphanReport report = log.orphans(plan("........"), "a", "b", "c");

    assertThat(report).isEqualTo(new OrphanReport(3, 0, 0, List.of()));
  }

  @Test
  void aSeatLeftAloneWhereThereWasAnotherChoiceIsFound() {
    log.scheduled().placed("a", 1, 2);

    OrphanReport report = log.orphans(plan("........"), "a");

    assertThat(report.findingCount()).isEqualTo(1);
    assertThat(report.findings().getFirst().invariant()).isEqualTo(Invariant.ORPHAN_SEATS_AVOIDED);
    assertThat(report.findings().getFirst().what()).contains("ORCH-R0-1");
  }

  @Test
  void theChoiceMayHaveBeenInAnotherRow() {
    log.scheduled().placed("a", 3, 4, 5).placed("b", 0, 1);

    assertThat(log.orphans(plan("......", ".."), "b").findingCount()).isEqualTo(1);
    assertThat(log.orphans(plan("......", "."), "b"))
        .as("where there was none, one is left and nobody is to blame")
        .isEqualTo(new OrphanReport(1, 1, 0, List.of()));
  }

  @Test
  void whatBuyersNameIsTheirs_unlessThePerformanceForbidsIt() {
    log.scheduled().placed("a", 1, 2);
    assertThat(log.orphans(plan("........"))).isEqualTo(new OrphanReport(0, 0, 0, List.of()));

    WrittenLog strict = new WrittenLog().scheduled(NO_ORPHANS).placed("a", 1, 2);
    assertThat(strict.orphans(plan("........")).findingCount()).isEqualTo(1);
  }

  @Test
  void aSeatBesideAHoldThatIsOverIsNotAlone() {
    log.scheduled().placed("a", 0).later(Duration.ofSeconds(479)).placed("b", 2, 3);
    assertThat(log.orphans(plan("........"), "b").findingCount()).isEqualTo(1);

    WrittenLog later = new WrittenLog().scheduled().placed("a", 0);
    later.later(Duration.ofMinutes(8)).placed("b", 2, 3);
    assertThat(later.orphans(plan("........"), "b"))
        .isEqualTo(new OrphanReport(1, 0, 0, List.of()));
  }

  @Test
  void whatWasGivenBackIsAChoiceAgain() {
    log.scheduled().placed("a", 3, 4, 5).placed("other", 6, 7).released("other").placed("b", 0, 1);
    assertThat(log.orphans(plan("......", ".."), "b").findingCount()).isEqualTo(1);

    WrittenLog taken = new WrittenLog().scheduled().placed("a", 3, 4, 5).placed("other", 6, 7);
    taken.placed("b", 0, 1);
    assertThat(taken.orphans(plan("......", ".."), "b").findingCount()).isZero();
  }

  @Test
  void partiesThatFoundNoBlockAreNotJudged_andRowsDoNotTouch() {
    log.scheduled().placed("a", 0, 1).placed("b", 4).placed("c", 2, 3);

    assertThat(log.orphans(plan("...", "..."), "c").judged()).isZero();
  }

  @Test
  void wheelchairPlacesAreNoChoiceUntilTheyAreReleased() {
    log.scheduled().placed("a", 3, 4, 5).placed("b", 0, 1);
    assertThat(log.orphans(plan("......", "WW"), "b").findingCount()).isZero();

    WrittenLog released = new WrittenLog().scheduled().accessiblePlacesReleased();
    released.placed("a", 3, 4, 5).placed("b", 0, 1);
    assertThat(released.orphans(plan("......", "WW"), "b").findingCount()).isEqualTo(1);
  }

  @Test
  void whoDoesNotKnowWhatIsHeldBackJudgesNobody() {
    log.scheduled().killed(7).placed("a", 1, 2);

    assertThat(log.orphans(plan("........"), "a").judged()).isZero();
  }
}
