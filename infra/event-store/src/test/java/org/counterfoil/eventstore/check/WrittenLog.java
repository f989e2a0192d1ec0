package org.counterfoil.eventstore.check;

import static org.counterfoil.eventstore.check.WrittenNames.PERFORMANCE;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.eventstore.check.OrphanCheck.OrphanReport;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.RecordedEvent;

/** A log written by hand: one performance with numbered seats and a pit of 50 places. */
final class WrittenLog
    implements WrittenAdmissions<WrittenLog>,
        WrittenExchanges<WrittenLog>,
        WrittenInvoices<WrittenLog>,
        WrittenOrders<WrittenLog>,
        WrittenPasses<WrittenLog>,
        WrittenPlaces<WrittenLog>,
        WrittenRefunds<WrittenLog>,
        WrittenVouchers<WrittenLog> {

  private final List<RecordedEvent> events = new ArrayList<>();
  private final Map<UUID, Long> sequences = new HashMap<>();
  private Instant now = Instant.parse("2026-11-20T09:30:00Z");
  private long nextPosition;

  LogReport check() {
    LogCheck check = new LogCheck();
    events.forEach(check::accept);
    return check.report();
  }

  OrphanReport orphans(SeatingPlan plan, String... chosenByTheHouse) {
    Set<HoldId> chosen =
        Arrays.stream(chosenByTheHouse).map(WrittenNames::hold).collect(Collectors.toSet());
    OrphanCheck check = new OrphanCheck(hash -> plan, chosen::contains);
    events.forEach(check::accept);
    return check.report();
  }

  WrittenLog later(Duration time) {
    now = now.plus(time);
    return this;
  }

  WrittenLog skipPosition() {
    nextPosition++;
    return this;
  }

  WrittenLog skipSequence() {
    sequences.merge(PERFORMANCE.value(), 1L, Long::sum);
    return this;
  }

  WrittenLog repeatSequence() {
    sequences.merge(PERFORMANCE.value(), -1L, Long::sum);
    return this;
  }

  @Override
  public Instant now() {
    return now;
  }

  @Override
  public WrittenLog write(UUID stream, Event event) {
    long sequence = sequences.merge(stream, 1L, Long::sum) - 1;
    Envelope envelope =
        new Envelope(
            UUID.randomUUID(),
            stream,
            "stream",
            sequence,
            "event",
            1,
            now,
            null,
            Actor.SYSTEM,
            stream,
            event);
    events.add(new RecordedEvent(nextPosition++, envelope, new byte[0]));
    return this;
  }
}
