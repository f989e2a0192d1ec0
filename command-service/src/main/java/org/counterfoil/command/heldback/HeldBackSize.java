package org.counterfoil.command.heldback;

import java.nio.charset.StandardCharsets;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.domain.seating.SeatingPlan;

/** Refuses more seats at once than fit into the one event that tells of them. */
final class HeldBackSize {

  /** Bytes of a seat in an event, its names not counted. */
  private static final long SEAT_BYTES = 48;

  private HeldBackSize() {}

  /** Reckons with the longest names of the plan. */
  static void check(String field, long seats, SeatingPlan plan) {
    int seat = plan.seats().stream().mapToInt(one -> bytes(one.id().value())).max().orElse(0);
    int zone = plan.zones().stream().mapToInt(one -> bytes(one.name().value())).max().orElse(0);
    EventSize.check(field, seats * (SEAT_BYTES + seat + zone));
  }

  /** As they are written: a quotation mark takes two bytes. */
  private static int bytes(String text) {
    return text.replace("\\", "\\\\").replace("\"", "\\\"").getBytes(StandardCharsets.UTF_8).length;
  }
}
