package org.counterfoil.query.sales;

import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.admission.Door;
import org.counterfoil.domain.catalogue.CatalogueEvent;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.organisation.NetworkEvent;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.venue.VenueEvent;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How sales stand. Events of seats are summed up in memory and written once per batch; everything
 * else is rare and written as it comes.
 *
 * <p>Orders and payments are not looked at, save for the money that goes back: a hold's {@code
 * seat-hold.sold} carries everything about its tickets, and the channel is that of the hold.
 */
public final class SalesProjection implements Projection {

  /** Its schema, and its name among the projections. */
  public static final String NAME = "sales";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String ddl() {
    return "tables.sql";
  }

  @Override
  public Set<Class<? extends Event>> handles() {
    return Set.of(
        SeatHoldEvent.class,
        TicketEvent.class,
        TicketsRefunded.class,
        TicketsExchanged.class,
        TicketsExchangedElsewhere.class,
        HeldBackEvent.class,
        WaitingListEvent.class,
        WaitingRoomEvent.class,
        AdmissionEvent.class,
        PerformanceEvent.class,
        OrganisationEvent.class,
        NetworkEvent.class,
        VenueEvent.class,
        CatalogueEvent.class);
  }

  /** The performance; for what belongs to none, the stream. */
  @Override
  public String key(RecordedEvent event) {
    return key(event.envelope().payload()).toString();
  }

  /** Rows of one performance can be given up: what was sold stays in the log and in the books. */
  @Override
  public boolean mayDiscard() {
    return true;
  }

  @Override
  public void apply(RecordedEvent event, JdbcClient tables) {
    applyAll(List.of(event), tables);
  }

  @Override
  public void applyAll(List<RecordedEvent> events, JdbcClient tables) {
    List<RecordedEvent> sales = new ArrayList<>();
    for (RecordedEvent event : events) {
      switch (event.envelope().payload()) {
        case SeatHoldEvent step -> sales.add(event);
        case TicketEvent tickets -> {
          applySales(sales, tables);
          sales.clear();
          new ReturnRows(tables).apply(tickets, moment(event));
        }
        case TicketsRefunded refunded -> {
          applySales(sales, tables);
          sales.clear();
          new ReturnRows(tables).apply(refunded, moment(event));
        }
        case TicketsExchanged exchanged -> {
          applySales(sales, tables);
          sales.clear();
          new ReturnRows(tables).apply(exchanged, moment(event));
        }
        case TicketsExchangedElsewhere elsewhere -> {
          applySales(sales, tables);
          sales.clear();
          new ReturnRows(tables).apply(elsewhere, moment(event));
        }
        case HeldBackEvent heldBack -> {
          applySales(sales, tables);
          sales.clear();
          new HeldBackRows(tables).apply(heldBack, moment(event));
        }
        case PerformanceCancelled cancelled -> {
          applySales(sales, tables);
          sales.clear();
          new CancellationRows(tables).apply(cancelled, moment(event));
          applyOther(event, tables);
        }
        case WaitingListEvent list -> new WaitingRows(tables).apply(list, moment(event));
        case WaitingRoomEvent room -> new WaitingRoomRows(tables).apply(room, moment(event));
        case AdmissionEvent scan -> new AdmissionRows(tables).apply(scan, moment(event));
        default -> applyOther(event, tables);
      }
    }
    applySales(sales, tables);
    if (!events.isEmpty()) {
      reflect(events, tables);
    }
  }

  /**
   * Seats are summed up after everything else of the batch. That is no other result: a performance
   * is scheduled before its first hold, and what else may happen to it touches other columns, save
   * where it changed last, which only ever grows. Only what is held back counts seats as well, and
   * a cancellation takes back what was sold: they are taken in their turn.
   */
  private static void applySales(List<RecordedEvent> sales, JdbcClient tables) {
    if (sales.isEmpty()) {
      return;
    }
    SalesRows rows = new SalesRows(tables);
    Set<UUID> continued = new HashSet<>();
    for (RecordedEvent event : sales) {
      UUID hold = SalesBatch.continued((SeatHoldEvent) event.envelope().payload());
      if (hold != null) {
        continued.add(hold);
      }
    }
    Map<UUID, HoldRow> known = rows.holds(continued);
    SalesBatch batch = new SalesBatch(known, book(sales, known.values(), tables));
    sales.forEach(e -> batch.add((SeatHoldEvent) e.envelope().payload(), moment(e)));
    rows.write(batch);
  }

  private static HeldBackBook book(
      List<RecordedEvent> sales, Collection<HoldRow> known, JdbcClient tables) {
    Set<UUID> performances = new HashSet<>();
    Set<Integer> seats = new HashSet<>();
    known.forEach(hold -> seats.addAll(hold.seats()));
    for (RecordedEvent event : sales) {
      SeatHoldEvent step = (SeatHoldEvent) event.envelope().payload();
      performances.add(step.performanceId().value());
      if (step instanceof HoldPlaced placed) {
        placed.seats().forEach(seat -> seats.add(seat.index()));
      }
    }
    return HeldBackBook.of(tables, performances, seats);
  }

  private static void applyOther(RecordedEvent event, JdbcClient tables) {
    CatalogueRows catalogue = new CatalogueRows(tables);
    switch (event.envelope().payload()) {
      case PerformanceEvent performance ->
          new PerformanceRows(tables).apply(performance, moment(event));
      case OrganisationEvent organisation -> catalogue.apply(organisation);
      case NetworkEvent network -> catalogue.apply(network);
      case VenueEvent venue -> catalogue.apply(venue);
      case CatalogueEvent item -> catalogue.apply(item);
      default -> throw unexpected(event.envelope().payload());
    }
  }

  private static UUID key(Event event) {
    return switch (event) {
      case SeatHoldEvent hold -> hold.performanceId().value();
      case TicketEvent tickets -> tickets.performanceId().value();
      case TicketsRefunded refunded -> refunded.performanceId().value();
      case TicketsExchanged exchanged -> exchanged.performanceId().value();
      case TicketsExchangedElsewhere elsewhere -> elsewhere.performanceId().value();
      case HeldBackEvent heldBack -> heldBack.performanceId().value();
      case WaitingListEvent list -> list.performanceId().value();
      case WaitingRoomEvent room -> room.performanceId().value();
      case AdmissionEvent scan -> key(scan.door());
      case PerformanceEvent performance -> performance.performanceId().value();
      case OrganisationEvent organisation -> organisation.organisationId().value();
      case NetworkEvent network -> network.networkId().value();
      case VenueEvent venue -> venue.venueId().value();
      case CatalogueEvent item -> CatalogueRows.key(item);
      default -> throw unexpected(event);
    };
  }

  /** Scans of codes that name no performance are the organisation's. */
  private static UUID key(Door door) {
    PerformanceId performance = door.performanceId();
    return performance == null ? door.organisationId().value() : performance.value();
  }

  /** The greatest, for events of different organisations may come in another order. */
  private static void reflect(List<RecordedEvent> events, JdbcClient tables) {
    RecordedEvent last =
        events.stream().max(Comparator.comparingLong(RecordedEvent::position)).orElseThrow();
    tables
        .sql(
            """
            insert into reflected as r (one, position, recorded_at) values (true, ?, ?)
            on conflict (one) do update
            set position = excluded.position, recorded_at = excluded.recorded_at
            where r.position < excluded.position
            """)
        .param(last.position())
        .param(Timestamp.from(moment(last).at()))
        .update();
  }

  private static Moment moment(RecordedEvent event) {
    return new Moment(event.position(), event.envelope().recordedAt());
  }

  private static IllegalArgumentException unexpected(Event event) {
    return new IllegalArgumentException(
        "Expected an event that this projection handles, but got " + event.getClass().getName());
  }
}
