package org.counterfoil.eventstore.check;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.accounting.AccountingEvent.InvoicingEvent;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.eventstore.check.PlaceBooks.HoldCounts;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.LogGap;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.jspecify.annotations.Nullable;

/**
 * Reads events in order and checks at each of them that no seat is taken twice, no area overfull,
 * no hold ended twice, no stream broken, and at the end that money is accounted for: {@link
 * Invariant}. It only reads, shares nothing with the deciders, and keeps holds and orders in memory
 * while it does.
 *
 * <p>Used by one thread.
 */
public final class LogCheck {

  private static final int PAGE = 2_000;

  private final @Nullable PerformanceId only;
  private final Findings findings = new Findings();
  private final HoldCounts counts = new HoldCounts();
  private final Map<PerformanceId, PlaceBooks> places = new HashMap<>();
  private final MoneyBooks money;
  private final DoorBooks doors = new DoorBooks(findings);
  private final InvoiceBooks invoices = new InvoiceBooks(findings);
  private final VoucherBooks vouchers;
  private final PassBooks passes;
  private final Map<UUID, Long> sequences = new HashMap<>();
  private long first = -1;
  private long last = -1;
  private Instant lastAt = Instant.EPOCH;
  private long events;

  /** Nothing is read yet. Checks all performances. */
  public LogCheck() {
    this(null);
  }

  private LogCheck(@Nullable PerformanceId only) {
    this.only = only;
    this.money = new MoneyBooks(findings, only == null);
    this.vouchers = new VoucherBooks(findings, only == null);
    this.passes = new PassBooks(findings, only == null);
  }

  /** Checks the whole log, as far as it goes when its end is reached. */
  public static LogReport of(EventLog log) {
    return new LogCheck().read(log, -1);
  }

  /**
   * Checks the places and the money of one performance. Positions and streams are checked from its
   * first event on.
   *
   * @throws java.util.NoSuchElementException where there is no such performance
   */
  public static LogReport of(EventLog log, PerformanceId performance) {
    long beginning = log.first(performance.value()).orElseThrow().position();
    return new LogCheck(performance).read(log, beginning - 1);
  }

  private LogReport read(EventLog log, long afterPosition) {
    long position = afterPosition;
    try {
      List<RecordedEvent> page = log.read(position, PAGE);
      while (!page.isEmpty()) {
        page.forEach(this::accept);
        position = page.getLast().position();
        page = log.read(position, PAGE);
      }
    } catch (LogGap gap) {
      findings.at(position + 1);
      findings.add(Invariant.POSITIONS_DENSE, String.valueOf(gap.getMessage()));
    }
    return report();
  }

  /** Looks at the next event. */
  public void accept(RecordedEvent recorded) {
    findings.at(recorded.position());
    findings.require(
        events == 0 || recorded.position() == last + 1,
        Invariant.POSITIONS_DENSE,
        () -> "Expected position %d next, but it is %d".formatted(last + 1, recorded.position()));
    first = events == 0 ? recorded.position() : first;
    last = recorded.position();
    lastAt = recorded.envelope().recordedAt();
    events++;
    checkSequence(recorded.envelope());
    apply(recorded.envelope());
  }

  /** Streams that began before the first event looked at may go on from anywhere. */
  private void checkSequence(Envelope envelope) {
    Long before = sequences.put(envelope.streamId(), envelope.sequence());
    boolean mayGoOn = before == null && first > 0;
    findings.require(
        mayGoOn || envelope.sequence() == (before == null ? 0 : before + 1),
        Invariant.STREAM_GAPLESS,
        () ->
            "Expected event %d of stream %s next, but it is %d"
                .formatted(
                    before == null ? 0 : before + 1, envelope.streamId(), envelope.sequence()));
  }

  private void apply(Envelope envelope) {
    Event event = envelope.payload();
    if (event instanceof PerformanceScheduled scheduled && concerns(scheduled.performanceId())) {
      placesOf(scheduled.performanceId()).open(scheduled);
    } else if (event instanceof SeatHoldEvent step && concerns(step.performanceId())) {
      placesOf(step.performanceId()).apply(step, envelope.recordedAt());
      if (step instanceof HoldSold sold) {
        money.sold(sold);
        doors.sold(sold);
      }
    } else if (event instanceof TicketsVoided voided && concerns(voided.performanceId())) {
      placesOf(voided.performanceId()).apply(voided);
      money.voided(voided);
    } else if (event instanceof PerformanceCompleted ended && concerns(ended.performanceId())) {
      placesOf(ended.performanceId()).end();
    } else if (event instanceof PerformanceCancelled ended && concerns(ended.performanceId())) {
      placesOf(ended.performanceId()).end();
    } else if (event instanceof OrderEvent step && concerns(step.performanceId())) {
      money.apply(step);
      doors.coded(step);
      invoices.apply(step, envelope);
      vouchers.apply(step);
      passes.apply(step);
    } else if (event instanceof InvoicingEvent document) {
      invoices.apply(document, only == null && first == 0);
    } else if (event instanceof VoucherEvent voucher) {
      vouchers.apply(voucher);
    } else if (event instanceof PassEvent pass) {
      passes.apply(pass);
    } else if (event instanceof AdmissionEvent scan && concernsDoor(scan.door())) {
      doors.apply(scan);
    }
  }

  private boolean concernsDoor(Door door) {
    return only == null || only.equals(door.performanceId());
  }

  private boolean concerns(PerformanceId performance) {
    return only == null || only.equals(performance);
  }

  private PlaceBooks placesOf(PerformanceId performance) {
    return places.computeIfAbsent(performance, id -> new PlaceBooks(findings, counts));
  }

  /** What was found. To be asked once, after an event that was the last of its commit. */
  public LogReport report() {
    money.close(this::isLive);
    invoices.close(lastAt);
    vouchers.close();
    long live = places.values().stream().mapToLong(PlaceBooks::liveCount).sum();
    return new LogReport(
        last,
        events,
        new LogReport.Holds(
            counts.placed,
            counts.sold,
            counts.released,
            counts.expired,
            live,
            counts.soldPlaces,
            counts.latestExpiry),
        money.report(),
        findings.count(),
        findings.first());
  }

  private boolean isLive(HoldId hold) {
    return places.values().stream().anyMatch(performance -> performance.isLive(hold));
  }
}
