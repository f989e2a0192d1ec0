package org.counterfoil.crowd.plan;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.counterfoil.crowd.plan.Visitor.Money;

/**
 * Plans a crowd: a pure function of seed, size, shares and timeline. Each visitor has a random
 * generator split from the crowd's, so that a larger crowd begins with the same visitors.
 */
public final class CrowdPlan {

  /** Of 100 groups, how many are of 1, 2, 3, 4, 5 and 6 people. */
  static final List<Integer> GROUPS = List.of(18, 47, 12, 19, 2, 2);

  /** How many sessions a bot plays at once. */
  static final int BOT_SESSIONS = 4;

  private static final double GIVEN_BACK = 0.2;
  private static final double CHOOSING_SECONDS = 20;
  private static final double PAYING_SECONDS = 60;

  private static final int WISHES_PER_PLACE = 10;

  private CrowdPlan() {}

  /** How many visitors have ten times as many wishes as there are places. */
  public static int visitorsFor(long places) {
    int people = 0;
    for (int size = 1; size <= GROUPS.size(); size++) {
      people += size * GROUPS.get(size - 1);
    }
    return (int) Math.ceilDiv(places * WISHES_PER_PLACE * 100, people);
  }

  /** The visitors, in the order of arrival. */
  public static List<Visitor> of(long seed, int visitors, CrowdShares shares, Timeline timeline) {
    SplittableRandom random = new SplittableRandom(seed);
    List<Visitor> unordered = new ArrayList<>(visitors);
    for (int i = 0; i < visitors; i++) {
      unordered.add(visitor(random.split(), shares, timeline));
    }
    unordered.sort(Comparator.comparing(Visitor::arrivesAfter));
    List<Visitor> crowd = new ArrayList<>(visitors);
    for (Visitor visitor : unordered) {
      crowd.add(numbered(visitor, crowd.size()));
    }
    return List.copyOf(crowd);
  }

  private static Visitor visitor(SplittableRandom random, CrowdShares shares, Timeline timeline) {
    Duration arrival = timeline.buildUp().plus(timeline.scaled(timeline.arrival(random)));
    int group = group(random.nextInt(100));
    boolean picks = random.nextDouble() >= shares.bestAvailable();
    boolean isBot = random.nextDouble() < botShare(shares.botRequests());
    boolean abandons = random.nextDouble() < shares.abandoned();
    boolean givesBack = random.nextDouble() < GIVEN_BACK;
    double click = random.nextDouble();
    Money money = money(random.nextDouble(), shares);
    double choosing = isBot ? 0 : exponential(random, CHOOSING_SECONDS);
    double paying = isBot ? 0 : exponential(random, PAYING_SECONDS);
    return new Visitor(
        0,
        arrival.isNegative() ? Duration.ZERO : arrival,
        group,
        picks,
        isBot ? BOT_SESSIONS : 1,
        abandons,
        givesBack,
        click < shares.doubleClick(),
        click >= 1 - shares.lostConnection(),
        money,
        timeline.scaled(choosing),
        timeline.scaled(paying),
        random.nextLong());
  }

  private static Visitor numbered(Visitor visitor, int number) {
    return new Visitor(
        number,
        visitor.arrivesAfter(),
        visitor.groupSize(),
        visitor.picks(),
        visitor.sessions(),
        visitor.abandons(),
        visitor.givesBack(),
        visitor.doubleClicks(),
        visitor.losesConnection(),
        visitor.money(),
        visitor.choosing(),
        visitor.paying(),
        visitor.seed());
  }

  private static int group(int ofHundred) {
    int left = ofHundred;
    for (int size = 1; size < GROUPS.size(); size++) {
      left -= GROUPS.get(size - 1);
      if (left < 0) {
        return size;
      }
    }
    return GROUPS.size();
  }

  /**
   * Which share of visitors are bots, so that bots begin with the wanted share of sessions although
   * each plays several: b·k / (b·k + 1 − b) = s. What share of requests that makes depends on how
   * they fare, so that it is kept while they are there.
   */
  static double botShare(double ofSessions) {
    return ofSessions / (BOT_SESSIONS * (1 - ofSessions) + ofSessions);
  }

  private static Money money(double chance, CrowdShares shares) {
    if (chance < shares.doubledNotification()) {
      return Money.DOUBLED;
    }
    return chance < shares.doubledNotification() + shares.lateNotification()
        ? Money.LATE
        : Money.PROMPT;
  }

  private static double exponential(SplittableRandom random, double mean) {
    return -mean * Math.log(1 - random.nextDouble());
  }
}
