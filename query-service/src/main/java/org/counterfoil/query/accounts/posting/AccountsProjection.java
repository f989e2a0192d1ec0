package org.counterfoil.query.accounts.posting;

import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.accounting.AccountingEvent;
import org.counterfoil.domain.catalogue.CatalogueEvent;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.feed.projection.Projection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The books. One event that cannot be booked stops its organisation's: what comes after it would
 * have other numbers, so nothing may be given up.
 */
public final class AccountsProjection implements Projection {

  /** Its schema, and its name among the projections. */
  public static final String NAME = "accounts";

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
        AccountingEvent.class,
        CatalogueEvent.class,
        OrganisationEvent.class,
        PerformanceEvent.class,
        HoldSold.class,
        TicketEvent.class,
        OrderEvent.class,
        PassEvent.class,
        VoucherEvent.class);
  }

  /** The organisation; an event of none, which there should not be, stops itself alone. */
  @Override
  public String key(RecordedEvent event) {
    var organisation = event.envelope().organisation();
    return organisation == null ? event.envelope().streamId().toString() : organisation.toString();
  }

  @Override
  public void apply(RecordedEvent event, JdbcClient tables) {
    applyAll(List.of(event), tables);
  }

  @Override
  public void applyAll(List<RecordedEvent> events, JdbcClient tables) {
    new Bookkeeper(tables).book(events);
  }
}
