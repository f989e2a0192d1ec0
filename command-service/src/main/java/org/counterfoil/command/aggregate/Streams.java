package org.counterfoil.command.aggregate;

import java.util.UUID;
import java.util.function.Function;
import org.axonframework.common.caching.Cache;
import org.axonframework.eventsourcing.EventSourcingRepository;
import org.axonframework.eventsourcing.eventstore.EventStore;
import org.axonframework.modelling.command.Repository;
import org.counterfoil.domain.seating.SeatingPlans;

/**
 * All streams by type.
 *
 * @param access API tokens and login links
 * @param books what is closed of an organisation's books, and their chart
 * @param catalogue seasons and productions
 * @param auditReadings readings of what is recorded about personal data, each by itself
 * @param registers of processing, one for each organisation
 * @param people what is recorded of people
 * @param disclosures readings of personal data
 * @param requests by which people exercise their rights
 * @param imports of people that were known elsewhere
 * @param controllers what the register says of who answers for the processing
 * @param passOffers the passes that organisations sell
 */
public record Streams(
    Aggregates<AccessAggregate> access,
    Aggregates<OrganisationAggregate> organisations,
    Aggregates<BooksAggregate> books,
    Aggregates<NetworkAggregate> networks,
    Aggregates<VenueAggregate> venues,
    Aggregates<CatalogueAggregate> catalogue,
    Aggregates<PerformanceAggregate> performances,
    Aggregates<OrderAggregate> orders,
    Aggregates<ReservationAggregate> reservations,
    Aggregates<AdmissionAggregate> doors,
    Aggregates<VoucherAggregate> vouchers,
    Aggregates<AuditReadingAggregate> auditReadings,
    Aggregates<RegisterAggregate> registers,
    Aggregates<SubjectAggregate> people,
    Aggregates<DisclosureAggregate> disclosures,
    Aggregates<RightsRequestAggregate> requests,
    Aggregates<ImportAggregate> imports,
    Aggregates<ControllerAggregate> controllers,
    Aggregates<PassAggregate> passes,
    Aggregates<PassOffersAggregate> passOffers) {

  /** Streams in the store; what was used stays in the cache, strongly held. */
  public static Streams of(EventStore store, SeatingPlans plans, Cache cache) {
    return new Streams(
        aggregates(AccessAggregate.class, AccessAggregate::new, store, cache),
        aggregates(OrganisationAggregate.class, OrganisationAggregate::new, store, cache),
        aggregates(BooksAggregate.class, BooksAggregate::new, store, cache),
        aggregates(NetworkAggregate.class, NetworkAggregate::new, store, cache),
        aggregates(VenueAggregate.class, VenueAggregate::new, store, cache),
        aggregates(CatalogueAggregate.class, CatalogueAggregate::new, store, cache),
        aggregates(
            PerformanceAggregate.class, id -> new PerformanceAggregate(id, plans), store, cache),
        aggregates(OrderAggregate.class, OrderAggregate::new, store, cache),
        aggregates(ReservationAggregate.class, ReservationAggregate::new, store, cache),
        aggregates(AdmissionAggregate.class, AdmissionAggregate::new, store, cache),
        aggregates(VoucherAggregate.class, VoucherAggregate::new, store, cache),
        aggregates(AuditReadingAggregate.class, AuditReadingAggregate::new, store, cache),
        aggregates(RegisterAggregate.class, RegisterAggregate::new, store, cache),
        aggregates(SubjectAggregate.class, SubjectAggregate::new, store, cache),
        aggregates(DisclosureAggregate.class, DisclosureAggregate::new, store, cache),
        aggregates(RightsRequestAggregate.class, RightsRequestAggregate::new, store, cache),
        aggregates(ImportAggregate.class, ImportAggregate::new, store, cache),
        aggregates(ControllerAggregate.class, ControllerAggregate::new, store, cache),
        aggregates(PassAggregate.class, PassAggregate::new, store, cache),
        aggregates(PassOffersAggregate.class, PassOffersAggregate::new, store, cache));
  }

  private static <T extends Shell<?>> Aggregates<T> aggregates(
      Class<T> type, Function<UUID, T> fresh, EventStore store, Cache cache) {
    Repository<T> repository =
        EventSourcingRepository.builder(type)
            .aggregateFactory(new ShellFactory<>(type, fresh))
            .eventStore(store)
            .cache(cache)
            .build();
    return new Aggregates<>(repository, fresh);
  }
}
