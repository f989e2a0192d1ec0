package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.List;

/**
 * Groups of one party, each directly behind another, every one within a run of free seats of its
 * row. It starts as all seats of the runs, is cut down to the party, and then changed seat by seat
 * for as long as that leaves fewer people alone or fewer orphans.
 */
final class SeatStack {

  /** Neighbouring free seats of a row. */
  record Run(int first, int size) {}

  /** One end of a group. */
  private enum End {
    LEFT,
    RIGHT
  }

  private final FreeBlocks blocks;
  private final List<Run> runs;
  private final int quantity;
  private final int[] firsts;
  private final int[] sizes;
  private int seats;

  /**
   * @param runs of neighbouring rows, from the front; each overlaps the one before
   * @param quantity how large the party is; no more than the runs have
   */
  SeatStack(FreeBlocks blocks, List<Run> runs, int quantity) {
    this.blocks = blocks;
    this.runs = runs;
    this.quantity = quantity;
    this.firsts = runs.stream().mapToInt(Run::first).toArray();
    this.sizes = runs.stream().mapToInt(Run::size).toArray();
    this.seats = runs.stream().mapToInt(Run::size).sum();
  }

  /** Cuts it down to the party; false where that would tear it apart. */
  boolean fit() {
    while (seats > quantity) {
      if (!cutOutermost()) {
        return false;
      }
    }
    while (cost() > 0 && improve()) {
      // Every change makes it better, so there is an end.
    }
    return true;
  }

  /** Takes the seat away that is farthest from where the narrowest run is, at best of no pair. */
  private boolean cutOutermost() {
    int center = center();
    int worst = -1;
    int most = -1;
    for (int end = 0; end < 2 * firsts.length; end++) {
      int group = end / 2;
      End side = End.values()[end % 2];
      if (sizes[group] == 1) {
        continue;
      }
      int distance = Math.abs(blocks.rows().offset(endOf(group, side), 1) - center);
      int loss = sizes[group] == 2 ? distance : distance + (1 << 24);
      cut(group, side);
      if (loss >= most && isTogether()) {
        worst = end;
        most = loss;
      }
      add(group, side);
    }
    if (worst < 0) {
      return false;
    }
    cut(worst / 2, End.values()[worst % 2]);
    return true;
  }

  private int center() {
    Run narrowest = runs.getFirst();
    for (Run run : runs) {
      narrowest = run.size() < narrowest.size() ? run : narrowest;
    }
    return blocks.rows().offset(narrowest.first(), narrowest.size());
  }

  /** Moves somebody from one end to another where that is better. */
  private boolean improve() {
    long before = cost();
    for (int from = 0; from < 2 * firsts.length; from++) {
      for (int to = 0; to < 2 * firsts.length; to++) {
        if (from != to && isBetterByMoving(from, to, before)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean isBetterByMoving(int from, int to, long before) {
    if (sizes[from / 2] == 1 && from / 2 != to / 2) {
      return false;
    }
    cut(from / 2, End.values()[from % 2]);
    boolean canGrow = canGrow(to / 2, End.values()[to % 2]);
    if (canGrow) {
      add(to / 2, End.values()[to % 2]);
      if (isTogether() && cost() < before) {
        return true;
      }
      cut(to / 2, End.values()[to % 2]);
    }
    add(from / 2, End.values()[from % 2]);
    return false;
  }

  private int endOf(int group, End side) {
    return side == End.LEFT ? firsts[group] : firsts[group] + sizes[group] - 1;
  }

  private boolean canGrow(int group, End side) {
    Run run = runs.get(group);
    return side == End.LEFT
        ? firsts[group] > run.first()
        : firsts[group] + sizes[group] < run.first() + run.size();
  }

  private void cut(int group, End side) {
    firsts[group] += side == End.LEFT ? 1 : 0;
    sizes[group]--;
    seats--;
  }

  private void add(int group, End side) {
    firsts[group] -= side == End.LEFT ? 1 : 0;
    sizes[group]++;
    seats++;
  }

  private boolean isTogether() {
    for (int group = 1; group < firsts.length; group++) {
      if (!blocks
          .rows()
          .areBehind(firsts[group - 1], sizes[group - 1], firsts[group], sizes[group])) {
        return false;
      }
    }
    return true;
  }

  /** 0 is best; people alone, where four or more come, cost more than any number of orphans. */
  long cost() {
    long cost = 0;
    for (int group = 0; group < firsts.length; group++) {
      cost += quantity >= 4 && sizes[group] == 1 ? 1L << 32 : 0;
      cost += blocks.orphansBeside(firsts[group], sizes[group]);
    }
    return cost;
  }

  /** The seats in plan order. */
  List<Integer> seats() {
    List<Integer> chosen = new ArrayList<>();
    for (int group = 0; group < firsts.length; group++) {
      for (int seat = firsts[group]; seat < firsts[group] + sizes[group]; seat++) {
        chosen.add(seat);
      }
    }
    return chosen;
  }
}
