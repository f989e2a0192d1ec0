package org.counterfoil.query.accounts.story;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.seathold.TicketId;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoint;
import org.counterfoil.eventstore.integrity.checkpoint.Checkpoints;
import org.counterfoil.eventstore.integrity.checkpoint.SignedCheckpoint;
import org.counterfoil.eventstore.integrity.proof.LogProofs;
import org.counterfoil.eventstore.integrity.tree.NodeHash;
import org.counterfoil.eventstore.integrity.tree.ProofCheck;
import org.counterfoil.eventstore.integrity.tree.TreeHasher;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.query.accounts.scope.BooksScope;
import org.counterfoil.query.accounts.scope.BooksSnapshot;
import org.counterfoil.query.accounts.story.TicketStory.Proof;
import org.counterfoil.query.accounts.story.TicketStory.Step;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;

/** Finds what happened to a ticket: in the log, and in the books what was booked of it. */
public final class TicketStories {

  private static final String TICKET =
      """
      select t.*, p.title, p.starts_at, p.time_zone, org.currency,
        (select coalesce(sum(r.gross_minor), 0) from ticket_refund r
          where r.ticket_id = t.ticket_id and r.position <= :position
            and r.at <= cast(:time as timestamptz)) as refunded_minor
      from ticket t
      join performance p on p.performance_id = t.performance_id
      join organisation org on org.organisation_id = t.organisation_id
      where t.organisation_id = :organisation and t.ticket_id = :ticket and not t.is_training
        and t.issued_position <= :position and t.issued_at <= cast(:time as timestamptz)
      """;

  /** What its performance came to is everybody's who has a ticket for it. */
  private static final String BOOKED =
      """
      select o.kind, o.number, o.entry_number, o.position, o.order_id is null as is_of_performance
      from operation o
      where o.organisation_id = :organisation and not o.is_training
        and o.position <= :position and o.recorded_at <= cast(:time as timestamptz)
        and (o.order_id = :order or (o.order_id is null and o.performance_id = :performance))
      order by o.number
      """;

  private static final String OF_ORDER =
      """
      select t.ticket_id, t.ticket_number, t.zone, t.price_type_name, t.tax_rate, org.currency,
        t.gross_minor,
        (select coalesce(sum(r.gross_minor), 0) from ticket_refund r
          where r.ticket_id = t.ticket_id and r.position <= :position
            and r.at <= cast(:time as timestamptz)) as refunded_minor,
        exists (select 1 from voided_ticket v
          where v.ticket_id = t.ticket_id and v.position <= :position
            and v.at <= cast(:time as timestamptz)) as is_void
      from ticket t
      join organisation org on org.organisation_id = t.organisation_id
      where t.organisation_id = :organisation and t.order_id = :order and not t.is_training
        and t.issued_position <= :position and t.issued_at <= cast(:time as timestamptz)
      order by t.performance_id, t.ticket_number
      """;

  private record Booked(
      String kind,
      long number,
      @Nullable Long entryNumber,
      long position,
      boolean isOfPerformance) {}

  private record Found(TicketStory ticket, List<Booked> booked) {}

  private final BooksSnapshot snapshot;
  private final StoryEvents events;
  private final EventLog log;
  private final Checkpoints checkpoints;
  private final LogProofs proofs;

  TicketStories(BooksSnapshot snapshot, EventLog log, Checkpoints checkpoints, LogProofs proofs) {
    this.snapshot = snapshot;
    this.events = new StoryEvents(log);
    this.log = log;
    this.checkpoints = checkpoints;
    this.proofs = proofs;
  }

  /** Empty where the organisation has sold no such ticket. */
  public Optional<TicketStory> of(BooksScope scope, UUID ticket) {
    return snapshot
        .read(
            tables ->
                tables
                    .sql(TICKET)
                    .params(scope.parameters())
                    .param("ticket", ticket)
                    .query((row, n) -> ticket(row))
                    .optional()
                    .map(
                        found ->
                            new Found(
                                found,
                                tables
                                    .sql(BOOKED)
                                    .params(scope.parameters())
                                    .param("order", found.orderId())
                                    .param("performance", found.performanceId())
                                    .query(Booked.class)
                                    .list())))
        .map(found -> found.ticket().with(steps(found, scope), proof(found.ticket())));
  }

  /** The tickets of an order, in order of their numbers. */
  public List<ListedTicket> ofOrder(BooksScope scope, UUID order) {
    return snapshot.read(
        tables ->
            tables
                .sql(OF_ORDER)
                .params(scope.parameters())
                .param("order", order)
                .query(ListedTicket.class)
                .list());
  }

  /** The orders of other performances that tickets of an order were exchanged for, or from. */
  public List<UUID> ordersExchanged(BooksScope scope, UUID order) {
    Set<UUID> others = new LinkedHashSet<>();
    for (RecordedEvent event : log.readStream(order)) {
      UUID other = StoryEvents.otherOrder(event.envelope().payload());
      if (other != null && counts(event, scope.asOf())) {
        others.add(other);
      }
    }
    return List.copyOf(others);
  }

  private List<Step> steps(Found found, BooksScope scope) {
    Map<Long, Booked> booked = new HashMap<>();
    found.booked().forEach(one -> booked.put(one.position(), one));
    List<Long> ofPerformance =
        found.booked().stream().filter(Booked::isOfPerformance).map(Booked::position).toList();
    TicketStory ticket = found.ticket();
    return events
        .of(
            new TicketId(ticket.ticketId()),
            ticket.orderId(),
            ticket.issuedPosition(),
            ofPerformance)
        .stream()
        .filter(event -> counts(event, scope.asOf()))
        .map(event -> step(event, booked.get(event.position())))
        .toList();
  }

  private static boolean counts(RecordedEvent event, AsOf asOf) {
    return event.position() <= asOf.lastPosition()
        && !(asOf instanceof AsOf.Time time && event.envelope().recordedAt().isAfter(time.value()));
  }

  private static Step step(RecordedEvent event, @Nullable Booked booked) {
    return new Step(
        event.envelope().name(),
        event.envelope().recordedAt(),
        event.position(),
        booked == null ? null : booked.number(),
        booked == null ? null : booked.kind(),
        booked == null ? null : booked.entryNumber(),
        StoryEvents.otherOrder(event.envelope().payload()));
  }

  private @Nullable Proof proof(TicketStory ticket) {
    long position = ticket.issuedPosition();
    SignedCheckpoint signed = checkpoints.latestCovering(position).orElse(null);
    if (signed == null) {
      return null;
    }
    Checkpoint checkpoint = signed.checkpoint();
    byte[] leaf = new TreeHasher().leaf(log.read(position - 1, 1).getFirst().entry());
    List<NodeHash> hashes = proofs.inclusion(position, checkpoint.size());
    return new Proof(
        checkpoint.size(),
        checkpoint.root().base64(),
        Base64.getEncoder().encodeToString(leaf),
        hashes.stream().map(NodeHash::base64).toList(),
        ProofCheck.isIncluded(
            NodeHash.of(leaf), position, checkpoint.size(), hashes, checkpoint.root()),
        signed.signedAt(),
        signed.note());
  }

  private static TicketStory ticket(ResultSet row) throws SQLException {
    return new TicketStory(
        row.getObject("ticket_id", UUID.class),
        row.getInt("ticket_number"),
        row.getObject("performance_id", UUID.class),
        row.getObject("order_id", UUID.class),
        row.getString("title"),
        row.getObject("starts_at", OffsetDateTime.class).toInstant(),
        row.getString("time_zone"),
        row.getString("zone"),
        row.getString("price_type_name"),
        row.getString("tax_rate"),
        row.getString("currency"),
        row.getLong("gross_minor"),
        row.getLong("tax_minor"),
        row.getLong("refunded_minor"),
        row.getLong("issued_position"),
        List.of(),
        null);
  }
}
