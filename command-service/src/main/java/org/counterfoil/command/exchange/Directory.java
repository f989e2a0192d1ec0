package org.counterfoil.command.exchange;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Identifier;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Rejection;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessRejection;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.catalogue.CatalogueEvent.ProductionAdded;
import org.counterfoil.domain.catalogue.CatalogueEvent.SeasonPlanned;
import org.counterfoil.domain.catalogue.CatalogueRejection;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.catalogue.SeasonId;
import org.counterfoil.domain.order.OrderEvent.AgentNamed;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.order.OrderEvent.OrderPlaced;
import org.counterfoil.domain.order.OrderPart;
import org.counterfoil.domain.order.OrderRejection;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.OrganisationRejection;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.venue.VenueEvent.VenueOpened;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.domain.venue.VenueRejection;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * Facts that never change once they are recorded, such as whose a performance is: the event by
 * which each thing began, kept in memory. What is unknown ends the request as a 404.
 */
public final class Directory {

  private static final int MOST_BEGINNINGS = 4_000;
  private static final int MOST_SALES = 200_000;

  /**
   * What is known of a hold for good.
   *
   * @param channel through which it was placed
   */
  public record HoldFacts(PerformanceId performanceId, SalesChannel channel) {}

  /**
   * What is known of an order for good.
   *
   * @param agentId who sold it on the organisation's account; missing where it did so itself
   * @param parts all parts of the joint order that it is one of; none where it stands alone
   */
  public record OrderFacts(
      OrderId orderId,
      OrganisationId organisationId,
      PerformanceId performanceId,
      Currency currency,
      @Nullable OrganisationId agentId,
      List<OrderPart> parts) {

    public boolean isJoint() {
      return !parts.isEmpty();
    }

    /** The order that its buyer knows, and has the secret of. */
    public OrderId jointId() {
      return isJoint() ? parts.getFirst().orderId() : orderId;
    }

    /** The orders that it consists of: itself, where it stands alone. */
    public List<OrderId> orderIds() {
      return isJoint() ? parts.stream().map(OrderPart::orderId).toList() : List.of(orderId);
    }

    /** In whose till its money is. */
    public OrganisationId tillOf() {
      return agentId == null ? organisationId : agentId;
    }
  }

  private record PriceListKey(PerformanceId performance, int version) {}

  private final EventLog log;
  private final Networks networks;
  private final Cache<UUID, Event> beginnings =
      Caffeine.newBuilder().maximumSize(MOST_BEGINNINGS).build();
  private final Cache<PriceListKey, PriceList> priceLists =
      Caffeine.newBuilder().maximumSize(MOST_BEGINNINGS).build();
  private final Cache<HoldId, HoldFacts> holds =
      Caffeine.newBuilder().maximumSize(MOST_SALES).build();
  private final Cache<OrderId, OrderFacts> orders =
      Caffeine.newBuilder().maximumSize(MOST_SALES).build();

  public Directory(EventLog log) {
    this.log = log;
    this.networks = new Networks(log);
  }

  public OrganisationCreated organisation(OrganisationId id) {
    return beginning(
        id, OrganisationCreated.class, OrganisationRejection.UNKNOWN_ORGANISATION, "organisation");
  }

  public ApiTokenIssued apiToken(ApiTokenId id) {
    return beginning(id, ApiTokenIssued.class, AccessRejection.UNKNOWN_API_TOKEN, "API token");
  }

  public VenueOpened venue(VenueId id) {
    return beginning(id, VenueOpened.class, VenueRejection.UNKNOWN_VENUE, "venue");
  }

  public SeasonPlanned season(SeasonId id) {
    return beginning(id, SeasonPlanned.class, CatalogueRejection.UNKNOWN_SEASON, "season");
  }

  public ProductionAdded production(ProductionId id) {
    return beginning(
        id, ProductionAdded.class, CatalogueRejection.UNKNOWN_PRODUCTION, "production");
  }

  public PerformanceScheduled performance(PerformanceId id) {
    return beginning(
        id, PerformanceScheduled.class, PerformanceRejection.UNKNOWN_PERFORMANCE, "performance");
  }

  /** Whether it is for training; what belongs to no performance is not. */
  public boolean isTraining(PerformanceId id) {
    return !id.isNone() && performance(id).isTraining();
  }

  /** The prices of a version that was recorded; versions count from 1. */
  public PriceList priceList(PerformanceId performance, int version) {
    return priceLists.get(
        new PriceListKey(performance, version), key -> readPriceList(key.performance(), version));
  }

  public HoldFacts hold(HoldId id) {
    HoldFacts known = holds.getIfPresent(id);
    if (known != null) {
      return known;
    }
    return log.readHold(id.value()).stream()
        .map(recorded -> recorded.envelope().payload())
        .filter(HoldPlaced.class::isInstance)
        .map(HoldPlaced.class::cast)
        .findFirst()
        .map(this::learn)
        .orElseThrow(() -> unknown(SeatHoldRejection.UNKNOWN_HOLD, "hold", id));
  }

  public OrderFacts order(OrderId id) {
    OrderFacts known = orders.getIfPresent(id);
    if (known != null) {
      return known;
    }
    List<Event> events =
        log.readStream(id.value()).stream().map(each -> each.envelope().payload()).toList();
    if (!events.isEmpty() && events.getFirst() instanceof OrderPlaced placed) {
      return learn(placed, events);
    }
    throw unknown(OrderRejection.UNKNOWN_ORDER, "order", id);
  }

  /** Remembers a hold that was just placed, so that its order need not look it up. */
  public HoldFacts learn(HoldPlaced placed) {
    HoldFacts facts = new HoldFacts(placed.performanceId(), placed.channel());
    holds.put(placed.holdId(), facts);
    return facts;
  }

  /**
   * Remembers an order that was just placed.
   *
   * @param events among which its agent is named, where there is one, and the parts it is joined to
   */
  public OrderFacts learn(OrderPlaced placed, List<? extends Event> events) {
    OrganisationId agent =
        events.stream()
            .filter(AgentNamed.class::isInstance)
            .map(AgentNamed.class::cast)
            .filter(named -> named.orderId().equals(placed.orderId()))
            .map(AgentNamed::agentId)
            .findFirst()
            .orElse(null);
    List<OrderPart> parts =
        events.stream()
            .filter(OrderJoined.class::isInstance)
            .map(event -> ((OrderJoined) event).parts())
            .findFirst()
            .orElse(List.of());
    OrderFacts facts =
        new OrderFacts(
            placed.orderId(),
            placed.organisationId(),
            placed.performanceId(),
            placed.currency(),
            agent,
            parts);
    orders.put(placed.orderId(), facts);
    return facts;
  }

  /** Whether the organisation may use the venue: its own, or one shared in a network of both. */
  public boolean mayUse(OrganisationId organisation, VenueOpened venue) {
    return venue.organisationId().equals(organisation)
        || (venue.isShared() && networks.haveInCommon(organisation, venue.organisationId()));
  }

  private PriceList readPriceList(PerformanceId performance, int version) {
    if (version == 1) {
      return performance(performance).priceList();
    }
    return log.readTerms(performance.value()).stream()
        .map(recorded -> recorded.envelope().payload())
        .filter(PriceListChanged.class::isInstance)
        .map(PriceListChanged.class::cast)
        .filter(changed -> changed.version() == version)
        .map(PriceListChanged::priceList)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "Expected version "
                        + version
                        + " of the prices of "
                        + performance
                        + ", but it was not recorded"));
  }

  private <E extends Event> E beginning(
      Identifier id, Class<E> type, Rejection unknown, String what) {
    Event known = beginnings.getIfPresent(id.value());
    if (type.isInstance(known)) {
      return type.cast(known);
    }
    E event = read(id, type, () -> unknown(unknown, what, id));
    beginnings.put(id.value(), event);
    return event;
  }

  private <E extends Event> E read(
      Identifier id, Class<E> type, Supplier<RuntimeException> otherwise) {
    return log.first(id.value())
        .map(recorded -> recorded.envelope().payload())
        .filter(type::isInstance)
        .map(type::cast)
        .orElseThrow(otherwise);
  }

  private static RuntimeException unknown(Rejection code, String what, Identifier id) {
    return Problem.refused(
            code, "Expected a known " + what + ", but there is none with id " + id.value())
        .exception();
  }
}
