package org.counterfoil.crowd.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.counterfoil.crowd.plan.Visitor.Money;
import org.junit.jupiter.api.Test;

/** The same seed gives the same crowd, and the crowd is as a realistic onsale's. */
class CrowdPlanTest {

  private static final long SEED = 20_261_123;
  private static final int SIZE = 100_000;
  private static final Timeline REAL_TIME = new Timeline(Duration.ofMinutes(8), 1);
  private static final List<Visitor> CROWD =
      CrowdPlan.of(SEED, SIZE, CrowdShares.REALISTIC, REAL_TIME);

  /** 5 degrees of freedom: chance exceeds this once in a thousand crowds. */
  private static final double CHI_SQUARE_5 = 20.52;

  @Test
  void theSameSeedGivesTheSameCrowd_andAnotherSeedAnother() {
    assertThat(CrowdPlan.of(SEED, SIZE, CrowdShares.REALISTIC, REAL_TIME)).isEqualTo(CROWD);
    assertThat(CrowdPlan.of(SEED + 1, SIZE, CrowdShares.REALISTIC, REAL_TIME)).isNotEqualTo(CROWD);
  }

  @Test
  void aLargerCrowdHasTheSmallerOneInIt() {
    Set<Long> seeds = new HashSet<>();
    CROWD.forEach(visitor -> seeds.add(visitor.seed()));

    assertThat(CrowdPlan.of(SEED, 1_000, CrowdShares.REALISTIC, REAL_TIME))
        .allMatch(visitor -> seeds.contains(visitor.seed()));
  }

  @Test
  void visitorsAreNumberedInTheOrderOfArrival() {
    assertThat(CROWD).isSortedAccordingTo(Comparator.comparing(Visitor::arrivesAfter));
    assertThat(CROWD.getFirst().number()).isZero();
    assertThat(CROWD.getLast().number()).isEqualTo(SIZE - 1);
  }

  @Test
  void groupsAreAsLargeAsTheyAre() {
    assertThat(chiSquare(CrowdPlan.GROUPS)).isLessThan(CHI_SQUARE_5);
  }

  @Test
  void theTestOfGroupsFindsAnotherDistribution() {
    assertThat(chiSquare(List.of(20, 45, 12, 19, 2, 2))).isGreaterThan(CHI_SQUARE_5);
  }

  private static double chiSquare(List<Integer> percent) {
    double sum = 0;
    for (int size = 1; size <= percent.size(); size++) {
      int group = size;
      double expected = SIZE * percent.get(size - 1) / 100.0;
      double seen = CROWD.stream().filter(v -> v.groupSize() == group).count();
      sum += (seen - expected) * (seen - expected) / expected;
    }
    return sum;
  }

  @Test
  void theyComeBeforeTheOpening_mostAtOnce_andAgainWhenHoldsFallBack() {
    Duration opening = REAL_TIME.buildUp();

    assertShare(Timeline.BUILD_UP, arrivesIn(Duration.ZERO, opening));
    assertShare(Timeline.SPIKE, arrivesIn(opening, opening.plusSeconds(10)));
    Duration fallBack = opening.plusSeconds(480);
    double inTheSecondWave = share(arrivesIn(fallBack, fallBack.plusSeconds(120)));
    double before = share(arrivesIn(fallBack.minusSeconds(120), fallBack));
    assertThat(inTheSecondWave).isGreaterThan(before + 0.05);
    assertThat(CROWD.getLast().arrivesAfter()).isLessThanOrEqualTo(REAL_TIME.length());
  }

  private static Predicate<Visitor> arrivesIn(Duration from, Duration until) {
    return v -> v.arrivesAfter().compareTo(from) >= 0 && v.arrivesAfter().compareTo(until) < 0;
  }

  @Test
  void theyBehaveAsTheyDo() {
    assertShare(0.4, Visitor::picks);
    assertShare(0.5, Visitor::abandons);
    assertShare(0.03, Visitor::doubleClicks);
    assertShare(0.02, Visitor::losesConnection);
    assertShare(0.005, v -> v.money() == Money.DOUBLED);
    assertShare(0.003, v -> v.money() == Money.LATE);
  }

  @Test
  void botsPlayTwoSessionsInFive_atOnceAndWithoutThinking() {
    double sessions = CROWD.stream().mapToInt(Visitor::sessions).sum();
    double ofBots = CROWD.stream().filter(Visitor::isBot).mapToInt(Visitor::sessions).sum();

    assertThat(ofBots / sessions).isBetween(0.39, 0.41);
    assertThat(CROWD).filteredOn(Visitor::isBot).allMatch(bot -> bot.choosing().isZero());
  }

  @Test
  void compressionChangesWhenTheyCome_andNothingElse() {
    List<Visitor> fast =
        CrowdPlan.of(SEED, 1_000, CrowdShares.REALISTIC, new Timeline(Duration.ofMinutes(8), 60));
    List<Visitor> slow = CrowdPlan.of(SEED, 1_000, CrowdShares.REALISTIC, REAL_TIME);

    for (int i = 0; i < fast.size(); i++) {
      Visitor one = fast.get(i);
      Visitor other = slow.stream().filter(v -> v.seed() == one.seed()).findFirst().orElseThrow();
      assertThat(one.arrivesAfter().toMillis())
          .isBetween(
              other.arrivesAfter().toMillis() / 60 - 1, other.arrivesAfter().toMillis() / 60 + 1);
      assertThat(one.groupSize()).isEqualTo(other.groupSize());
    }
  }

  /** Within four standard deviations. */
  private static void assertShare(double expected, Predicate<Visitor> property) {
    double tolerance = 4 * Math.sqrt(expected * (1 - expected) / SIZE);
    assertThat(share(property)).isBetween(expected - tolerance, expected + tolerance);
  }

  private static double share(Predicate<Visitor> property) {
    return (double) CROWD.stream().filter(property).count() / SIZE;
  }
}
