package org.counterfoil.command.process;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.stream.Stream;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.LogFollower;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.command.order.OrderHistory;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.order.OrderCommand.ReturnCancelled;
import org.counterfoil.domain.order.RefundId;
import org.counterfoil.domain.performance.PerformanceCommand.SettleCancellation;
import org.counterfoil.domain.performance.PerformanceEvent.CancellationSettled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.venue.VenueCommand.EndBooking;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/**
 * Gives everybody their money back when a performance was cancelled: order by order, each by one
 * command that does nothing where it was done before. Whatever interrupts it, it goes on from the
 * log; its last act is recorded, and only then it is over. What two processes do at once is decided
 * once.
 */
final class CancellationProcess extends LogFollower {

  private static final Logger LOG = LoggerFactory.getLogger(CancellationProcess.class);
  private static final int PAGE = 500;

  /** Orders on their way at once: enough to share commits, and room in the lane for others. */
  private static final int AT_ONCE = 64;

  private final CancellationLog cancellations;
  private final EventLog log;
  private final OrderHistory orders;
  private final Lanes lanes;
  private final TimeOrderedIds ids;
  private final Map<PerformanceId, UUID> open = new LinkedHashMap<>();
  private long seen = -1;

  CancellationProcess(
      CancellationLog cancellations,
      EventLog log,
      EventTail tail,
      OrderHistory orders,
      Lanes lanes,
      TimeOrderedIds ids) {
    super("cancellations", tail);
    this.cancellations = cancellations;
    this.log = log;
    this.orders = orders;
    this.lanes = lanes;
    this.ids = ids;
  }

  @Override
  protected void round() throws InterruptedException {
    follow();
    for (Map.Entry<PerformanceId, UUID> each : Map.copyOf(open).entrySet()) {
      tryToSettle(each.getKey(), each.getValue());
    }
  }

  private void follow() {
    List<RecordedEvent> page;
    do {
      page = cancellations.after(seen, PAGE);
      for (RecordedEvent recorded : page) {
        switch (recorded.envelope().payload()) {
          case PerformanceCancelled cancelled ->
              open.put(cancelled.performanceId(), recorded.envelope().eventId());
          case CancellationSettled settled -> open.remove(settled.performanceId());
          default -> throw new IllegalStateException("Expected a cancellation, but it is another");
        }
        seen = recorded.position();
      }
    } while (page.size() == PAGE);
  }

  /** One that fails is tried again, and keeps no other waiting. */
  private void tryToSettle(PerformanceId performance, UUID cause) throws InterruptedException {
    try {
      settle(performance, cause);
    } catch (DataAccessException | LaneFull | StoreUnavailable failed) {
      LOG.warn("The refunds of {} were interrupted; going on", performance, failed);
    } catch (RuntimeException defect) {
      LOG.error("Expected the refunds of {} to be decided, but one failed", performance, defect);
    }
  }

  private void settle(PerformanceId performance, UUID cause) throws InterruptedException {
    endBooking(performance, cause);
    List<Future<?>> all = new ArrayList<>();
    Semaphore room = new Semaphore(AT_ONCE);
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (OrderId order : cancellations.progress(performance).orders()) {
        room.acquire();
        all.add(
            threads.submit(
                () -> {
                  try {
                    giveBack(performance, order, cause);
                  } finally {
                    room.release();
                  }
                }));
      }
      for (Future<?> one : all) {
        one.get();
      }
    } catch (ExecutionException failed) {
      if (failed.getCause() instanceof RuntimeException known) {
        throw known;
      }
      throw new IllegalStateException("Expected refunds of " + performance, failed.getCause());
    }
    submit(new SettleCancellation(performance), cause);
    open.remove(performance);
  }

  private void endBooking(PerformanceId performance, UUID cause) {
    PerformanceScheduled scheduled =
        (PerformanceScheduled) log.first(performance.value()).orElseThrow().envelope().payload();
    if (!scheduled.isTraining()) {
      submit(new EndBooking(scheduled.venueId(), scheduled.organisationId(), performance), cause);
    }
  }

  private void giveBack(PerformanceId performance, OrderId order, UUID cause) {
    int payments = orders.of(order).order().payments().size();
    List<RefundId> spare =
        Stream.generate(() -> new RefundId(ids.next())).limit(Math.max(1, payments)).toList();
    submit(new ReturnCancelled(order, performance, spare), cause);
  }

  private void submit(Command command, UUID cause) {
    Outcome outcome =
        lanes.submit(
            new Submission(command, Actor.SYSTEM, cause, events -> new Answer(204, ""), null));
    if (outcome instanceof Outcome.Refused refused) {
      throw new IllegalStateException(
          "Expected " + command + " to be accepted, but: " + refused.detail());
    }
  }
}
