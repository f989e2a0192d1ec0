package org.counterfoil.crowd.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.counterfoil.crowd.check.FigureChecks.Figures;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Figures that are right and soon there are let pass; each that is not is complained of. */
class FigureChecksTest {

  private static final long SOLD = 60;
  private static final long GROSS = 150_000;
  private static final Figures RIGHT = new Figures(SOLD, 0, GROSS);

  @Test
  void whatIsShownRightAndSoonIsRight() {
    assertThat(FigureChecks.availability(SOLD, RIGHT, 1_000).faults()).isZero();
    assertThat(FigureChecks.dashboard(SOLD, GROSS, RIGHT, 0).faults()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "59, 0, 150000, 20, to show 60 sold",
    "60, 1, 150000, 20, to show nothing held",
    "60, 0, 150000, 1001, within 1 s",
    "60, 0, 150000, -1, within 1 s",
    "60, 0, 149999, 20, receipts of 150000",
  })
  void eachWrongFigureIsFoundOnTheDashboard(
      long sold, long held, long gross, long lag, String complaint) {
    Checked checked = FigureChecks.dashboard(SOLD, GROSS, new Figures(sold, held, gross), lag);

    assertThat(checked.name()).isEqualTo("DASHBOARD_RIGHT");
    assertThat(checked.examples()).singleElement().asString().contains(complaint);
  }

  @ParameterizedTest
  @CsvSource({
    "61, 0, 20, to show 60 sold",
    "60, 2, 20, to show nothing held",
    "60, 0, 1500, within 1 s",
  })
  void eachWrongFigureIsFoundInAvailability(long sold, long held, long lag, String complaint) {
    Checked checked = FigureChecks.availability(SOLD, new Figures(sold, held, 0), lag);

    assertThat(checked.name()).isEqualTo("FIGURES_RIGHT");
    assertThat(checked.examples()).singleElement().asString().contains(complaint);
  }

  @Test
  void whatIsNotShownAtAllIsWrong() {
    assertThat(FigureChecks.availability(SOLD, null, -1).faults()).isEqualTo(3);
    assertThat(FigureChecks.dashboard(SOLD, GROSS, null, -1).faults()).isEqualTo(4);
  }

  @Test
  void aHouseThatIsNotSoldOutIsFound() {
    assertThat(FigureChecks.soldOut(60, 60).holds()).isTrue();
    assertThat(FigureChecks.soldOut(60, 59).holds()).isFalse();
  }

  @Test
  void anAdmissionThatGaveTwoHoldsOrWasAnothersIsFound() {
    Map<String, Set<String>> once = Map.of("own", Set.of("one"), "another", Set.of("two"));
    assertThat(Checks.tokensRefused(once, Set.of()).holds()).isTrue();

    assertThat(Checks.tokensRefused(once, Set.of("two")).faults()).isEqualTo(1);
    assertThat(Checks.tokensRefused(Map.of("own", Set.of("one", "two")), Set.of()).faults())
        .isEqualTo(1);
  }
}
