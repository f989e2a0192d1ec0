package org.counterfoil.query.accounts.posting;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.accounting.AccountingEvent;
import org.counterfoil.domain.accounting.AccountingEvent.AgentSettled;
import org.counterfoil.domain.catalogue.CatalogueEvent;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.AgentGaveMoneyBack;
import org.counterfoil.domain.order.OrderEvent.AgentTookMoney;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.pass.PassEvent;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.query.accounts.posting.AgentRows.OrderAgentRow;

/**
 * What a batch of events goes on with: organisations, performances and orders, read at once,
 * changed in memory, written at once.
 */
final class LoadedBooks {

  private final BookRows rows;
  private final Map<UUID, OrganisationBooks> organisations = new LinkedHashMap<>();
  private final Map<UUID, PerformanceRow> performances = new HashMap<>();
  private final Map<UUID, OrderRow> orders = new HashMap<>();
  private final Map<UUID, UUID> agents = new HashMap<>();
  private final Set<UUID> changedPerformances = new HashSet<>();
  private final Set<UUID> changedOrders = new HashSet<>();

  LoadedBooks(BookRows rows) {
    this.rows = rows;
  }

  /** Reads everything that events are about, but for what they begin themselves. */
  void load(List<RecordedEvent> events) {
    Set<UUID> performanceIds = new HashSet<>();
    Set<UUID> orderIds = new HashSet<>();
    Set<UUID> organisationIds = new HashSet<>();
    for (RecordedEvent event : events) {
      switch (event.envelope().payload()) {
        case AgentTookMoney took -> {
          organisationIds.add(took.organisationId().value());
          organisationIds.add(took.principalId().value());
        }
        case AgentGaveMoneyBack gave -> {
          organisationIds.add(gave.organisationId().value());
          organisationIds.add(gave.principalId().value());
        }
        case AgentSettled settled -> {
          organisationIds.add(settled.organisationId().value());
          organisationIds.add(settled.otherId().value());
        }
        case OrderEvent order -> {
          organisationIds.add(order.organisationId().value());
          performanceIds.add(order.performanceId().value());
          orderIds.add(order.orderId().value());
        }
        case HoldSold sold -> performanceIds.add(sold.performanceId().value());
        case TicketEvent ticket -> performanceIds.add(ticket.performanceId().value());
        case PerformanceEvent performance -> {
          performanceIds.add(performance.performanceId().value());
          if (performance instanceof PerformanceScheduled scheduled) {
            organisationIds.add(scheduled.organisationId().value());
          }
        }
        case OrganisationEvent organisation ->
            organisationIds.add(organisation.organisationId().value());
        case AccountingEvent accounting -> organisationIds.add(accounting.organisationId().value());
        case VoucherEvent voucher -> organisationIds.add(voucher.organisationId().value());
        case PassEvent pass -> organisationIds.add(pass.organisationId().value());
        case CatalogueEvent catalogue -> {}
        default -> throw unexpected(event.envelope().payload());
      }
    }
    read("performance", performanceIds, PerformanceRow.class)
        .forEach(row -> performances.put(row.performanceId(), row));
    rows.read("order_books", "order_id", orderIds, OrderRow.class)
        .forEach(row -> orders.put(row.orderId(), row));
    rows.read("order_agent", "order_id", orderIds, OrderAgentRow.class).forEach(this::put);
    performances.values().forEach(row -> organisationIds.add(row.organisationId()));
    read("organisation", organisationIds, OrganisationRow.class)
        .forEach(row -> organisations.put(row.organisationId(), new OrganisationBooks(row)));
  }

  private <T> List<T> read(String table, Collection<UUID> ids, Class<T> type) {
    return rows.read(table, table + "_id", ids, type);
  }

  /** Begins an organisation's books. */
  void open(OrganisationCreated created, OrganisationRow row) {
    organisations.put(created.organisationId().value(), new OrganisationBooks(row));
  }

  OrganisationBooks organisation(UUID id) {
    return there(organisations, id, "organisation", "created");
  }

  OrganisationBooks organisationOf(PerformanceRow performance) {
    return organisation(performance.organisationId());
  }

  PerformanceRow performance(UUID id) {
    return there(performances, id, "performance", "scheduled");
  }

  OrderRow order(UUID id) {
    return there(orders, id, "order", "placed");
  }

  void put(PerformanceRow row) {
    performances.put(row.performanceId(), row);
    changedPerformances.add(row.performanceId());
  }

  /** Who sold the order on the organisation's account. */
  UUID agentOf(UUID order) {
    return there(agents, order, "agent of order", "named");
  }

  void put(OrderAgentRow row) {
    agents.put(row.orderId(), row.agentId());
  }

  void put(OrderRow row) {
    orders.put(row.orderId(), row);
    changedOrders.add(row.orderId());
  }

  /** Writes what was changed. */
  void write() {
    rows.put(
        "organisation",
        "organisation_id",
        organisations.values().stream().map(OrganisationBooks::toRow).toList());
    rows.put(
        "performance",
        "performance_id",
        changedPerformances.stream().map(this::performance).toList());
    rows.put("order_books", "order_id", changedOrders.stream().map(orders::get).toList());
    changedPerformances.clear();
    changedOrders.clear();
  }

  static IllegalArgumentException unexpected(Event event) {
    return new IllegalArgumentException(
        "Expected an event that this projection handles, but got " + event.getClass().getName());
  }

  private static <T> T there(Map<UUID, T> all, UUID id, String what, String began) {
    T one = all.get(id);
    if (one == null) {
      throw new IllegalStateException(
          "Expected %s %s, but it was not %s".formatted(what, id, began));
    }
    return one;
  }
}
