package org.counterfoil.query.given;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.access.AccessEvent;
import org.counterfoil.domain.accounting.AccountingEvent;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.catalogue.CatalogueEvent;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.organisation.NetworkEvent;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.privacy.audit.AuditEvent;
import org.counterfoil.domain.privacy.controller.ControllerCommand;
import org.counterfoil.domain.privacy.controller.ControllerEvent;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent;
import org.counterfoil.domain.privacy.imports.ImportEvent;
import org.counterfoil.domain.privacy.register.RegisterCommand;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.counterfoil.domain.privacy.request.RightsRequestEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.venue.VenueEvent;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.codec.EventCatalogue;
import org.counterfoil.eventstore.codec.EventCodec;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes events to the log as the command service does, each call in one transaction. */
public final class TestLog implements AutoCloseable {

  public static final EventCodec CODEC = EventCodec.domain();

  private final JdbcTemplate writer;
  private final TransactionTemplate transaction;
  private final EventLog log;
  private final EventTail tail;
  private final Map<UUID, Long> sequences = new HashMap<>();
  private final List<Written> written = new ArrayList<>();

  /** An event, where it stands, when it was recorded, and by whom. */
  public record Written(
      long position, Instant at, @Nullable OrganisationId organisation, Event event, Actor actor) {}

  public TestLog(TestDatabase database) {
    DataSource source = database.writer();
    this.writer = new JdbcTemplate(source);
    this.transaction = new TransactionTemplate(new JdbcTransactionManager(source));
    this.log = new EventLog(database.reader(), CODEC);
    this.tail = EventTail.start(database.reader());
  }

  public EventLog log() {
    return log;
  }

  public EventTail tail() {
    return tail;
  }

  /** The last position; -1 for none. */
  public synchronized long last() {
    return written.size() - 1L;
  }

  /** Everything written, in order. */
  public synchronized List<Written> written() {
    return List.copyOf(written);
  }

  /** Appends in one transaction; answers the last position. */
  public long append(
      @Nullable OrganisationId organisation, Instant at, List<? extends Event> events) {
    return append(organisation, at, Actor.SYSTEM, events);
  }

  /** The same by somebody. */
  public synchronized long append(
      @Nullable OrganisationId organisation,
      Instant at,
      Actor actor,
      List<? extends Event> events) {
    List<Object[]> rows = new ArrayList<>();
    for (Event event : events) {
      rows.add(row(organisation, at, actor, event));
    }
    transaction.executeWithoutResult(
        status -> {
          writer.batchUpdate(
              """
              insert into log.event (position, stream_id, stream_type, sequence, event_id, name,
                revision, recorded_at, entry, hold_id) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
              """,
              rows);
          writer.queryForList(
              "select pg_notify(?, ?)::text", EventTail.CHANNEL, Long.toString(last()));
        });
    return last();
  }

  private Object[] row(
      @Nullable OrganisationId organisation, Instant at, Actor actor, Event event) {
    UUID stream = stream(event);
    long sequence = sequences.merge(stream, 0L, (old, first) -> old + 1);
    EventCatalogue.Entry entry = CODEC.catalogue().entryOf(event);
    long position = written.size();
    written.add(new Written(position, at, organisation, event, actor));
    Envelope envelope =
        new Envelope(
            new UUID(position, 1),
            stream,
            "stream",
            sequence,
            entry.name(),
            entry.revision(),
            at,
            organisation,
            actor,
            new UUID(position, 2),
            event);
    return new Object[] {
      position,
      stream,
      "stream",
      sequence,
      envelope.eventId(),
      entry.name(),
      entry.revision(),
      Timestamp.from(at),
      CODEC.encode(envelope),
      event instanceof SeatHoldEvent hold ? hold.holdId().value() : null
    };
  }

  private static UUID stream(Event event) {
    return switch (event) {
      case SeatHoldEvent hold -> hold.performanceId().value();
      case TicketEvent ticket -> ticket.performanceId().value();
      case WaitingListEvent list -> list.performanceId().value();
      case WaitingRoomEvent room -> room.performanceId().value();
      case HeldBackEvent heldBack -> heldBack.performanceId().value();
      case PerformanceEvent performance -> performance.performanceId().value();
      case OrderEvent order -> order.orderId().value();
      case VoucherEvent voucher -> voucher.voucherId().value();
      case PassEvent pass -> pass.passId().value();
      case AdmissionEvent scan -> scan.door().streamId();
      case OrganisationEvent organisation -> organisation.organisationId().value();
      case NetworkEvent network -> network.networkId().value();
      case VenueEvent venue -> venue.venueId().value();
      case CatalogueEvent.SeasonPlanned season -> season.seasonId().value();
      case CatalogueEvent.ProductionAdded production -> production.productionId().value();
      case SubjectEvent subject -> subject.subjectId().value();
      case AuditEvent reading -> reading.readingId().value();
      case ControllerEvent controller ->
          ControllerCommand.controllerOf(controller.organisationId());
      case ImportEvent brought -> brought.importId().value();
      case DisclosureEvent disclosure -> disclosure.disclosureId().value();
      case RightsRequestEvent request -> request.requestId().value();
      case RegisterEvent register -> RegisterCommand.registerOf(register.organisationId());
      case AccountingEvent books ->
          UUID.nameUUIDFromBytes(books.organisationId().toString().getBytes(UTF_8));
      case AccessEvent.ApiTokenIssued token -> token.tokenId().value();
      case AccessEvent.LoginLinkIssued link -> link.linkId().value();
      case AccessEvent.LoginLinkUsed link -> link.linkId().value();
      default -> throw new IllegalArgumentException("Expected a known stream, but got " + event);
    };
  }

  @Override
  public void close() {
    tail.close();
  }
}
