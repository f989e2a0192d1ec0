package org.counterfoil.domain.history;

import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PLAN;
import static org.counterfoil.domain.Theatre.STAFF;

import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.waitinglist.WaitingEntryId;
import org.counterfoil.domain.waitinglist.WaitingListCommand.JoinWaitingList;
import org.counterfoil.domain.waitinglist.WaitingListCommand.LeaveWaitingList;
import org.counterfoil.domain.waitinglist.WaitingListSnapshot.Waiting;

/** Joins and leaves the waiting list, by chance. */
final class RandomQueueing {

  private final Random random;
  private final Desk desk;
  private final Supplier<UUID> ids;

  RandomQueueing(Random random, Desk desk, Supplier<UUID> ids) {
    this.random = random;
    this.desk = desk;
    this.ids = ids;
  }

  Command next() {
    List<Waiting> waiting = List.copyOf(desk.inventory().waitingList().waiting());
    if (!waiting.isEmpty() && random.nextInt(4) == 0) {
      WaitingEntryId entry = waiting.get(random.nextInt(waiting.size())).entryId();
      return new LeaveWaitingList(PERFORMANCE, entry);
    }
    return new JoinWaitingList(
        PERFORMANCE,
        new WaitingEntryId(ids.get()),
        PLAN.zones().get(random.nextInt(PLAN.zones().size())).name(),
        1 + random.nextInt(2),
        random.nextInt(4) == 0 ? STAFF : BUYER,
        random.nextInt(3) == 0 ? Given.buyer(random.nextInt(3)) : null);
  }
}
