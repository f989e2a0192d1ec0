package org.counterfoil.domain.seathold;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.counterfoil.domain.seating.PlanSeat;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneName;

/**
 * A plan as rows of neighbours: what does not change while its seats are sold. Rows and seats are
 * numbers in plan order; a row that crosses zones belongs to each of them.
 */
final class SeatRows {

  final int[] rowOf;
  final int[] zoneOf;
  final int[] firstOf;
  final int[] lastOf;
  final boolean[] isBehindInSection;

  /** The ranks of all seats before each, added up: a block's rank is a difference. */
  final long[] rankBefore;

  private final Map<ZoneName, Integer> zones = new HashMap<>();
  private final List<int[]> rowsOfZones = new ArrayList<>();

  SeatRows(SeatingPlan plan) {
    int seats = plan.seatCount();
    rowOf = new int[seats];
    zoneOf = new int[seats];
    rankBefore = new long[seats + 1];
    List<Integer> firsts = new ArrayList<>();
    plan.zones().forEach(zone -> zones.put(zone.name(), zones.size()));
    for (int seat = 0; seat < seats; seat++) {
      PlanSeat each = plan.seat(seat);
      if (seat == 0 || !each.isInRowOf(plan.seat(seat - 1))) {
        firsts.add(seat);
      }
      rowOf[seat] = firsts.size() - 1;
      zoneOf[seat] = zones.computeIfAbsent(each.zone(), name -> zones.size());
      rankBefore[seat + 1] = rankBefore[seat] + each.rank();
    }
    int rows = firsts.size();
    firstOf = firsts.stream().mapToInt(Integer::intValue).toArray();
    lastOf = new int[rows];
    isBehindInSection = new boolean[rows];
    for (int row = 0; row < rows; row++) {
      lastOf[row] = (row + 1 < rows ? firstOf[row + 1] : seats) - 1;
      isBehindInSection[row] =
          row > 0
              && plan.seat(firstOf[row]).section().equals(plan.seat(firstOf[row - 1]).section());
    }
    for (int zone = 0; zone < zones.size(); zone++) {
      rowsOfZones.add(rowsWithSeatsIn(zone, rows));
    }
  }

  private int[] rowsWithSeatsIn(int zone, int rows) {
    return IntStream.range(0, rows)
        .filter(
            row ->
                IntStream.rangeClosed(firstOf[row], lastOf[row])
                    .anyMatch(seat -> zoneOf[seat] == zone))
        .toArray();
  }

  int zoneCount() {
    return rowsOfZones.size();
  }

  /** The zone's number, or -1 where the plan has no such zone. */
  int zone(ZoneName name) {
    return zones.getOrDefault(name, -1);
  }

  int[] rowsOf(int zone) {
    return rowsOfZones.get(zone);
  }

  /** The ranks of so many seats from the first, added up. */
  long ranks(int first, int size) {
    return rankBefore[first + size] - rankBefore[first];
  }

  /**
   * How far the middle of a block is from the middle of its row, to the right, in half seats; rows
   * are taken to be centred behind one another.
   */
  int offset(int first, int size) {
    int row = rowOf[first];
    return (2 * first + size - 1) - (firstOf[row] + lastOf[row]);
  }

  /** Whether a row is the next one behind another in their section. */
  boolean isDirectlyBehind(int back, int front) {
    return back == front + 1 && isBehindInSection[back];
  }

  /** Whether of two blocks in rows behind one another somebody sits behind somebody else. */
  boolean areBehind(int front, int inFront, int back, int inBack) {
    return Math.abs(offset(front, inFront) - offset(back, inBack)) < inFront + inBack;
  }
}
