package org.counterfoil.bench;

import java.util.ArrayList;
import java.util.List;

/**
 * Lets contenders work in turns, so that what else happens on the machine hits all of them alike.
 * The first rounds of each warm up and do not count.
 */
public final class Alternation {

  private Alternation() {}

  /** The series of the contenders, in their order. */
  public static List<Series> run(Stage stage, List<? extends Contender> contenders)
      throws Exception {
    List<Series> series = new ArrayList<>();
    for (Contender contender : contenders) {
      series.add(new Series(contender.name(), contender.version()));
    }
    int warmUps = stage.settings().warmUps();
    for (int round = -warmUps; round < stage.settings().rounds(); round++) {
      for (int i = 0; i < contenders.size(); i++) {
        stage.settle();
        Round done = contenders.get(i).round(stage.settings().roundTime());
        if (round >= 0) {
          series.get(i).add(done);
        }
      }
    }
    return series;
  }
}
