package org.counterfoil.query.sales;

import java.util.UUID;
import org.counterfoil.domain.catalogue.CatalogueEvent;
import org.counterfoil.domain.catalogue.CatalogueEvent.ProductionAdded;
import org.counterfoil.domain.catalogue.CatalogueEvent.SeasonPlanned;
import org.counterfoil.domain.organisation.NetworkEvent;
import org.counterfoil.domain.organisation.NetworkEvent.NetworkCreated;
import org.counterfoil.domain.organisation.NetworkEvent.OrganisationJoined;
import org.counterfoil.domain.organisation.OrganisationEvent;
import org.counterfoil.domain.organisation.OrganisationEvent.InvoicingSet;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationEvent.PaymentMethodsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.PrincipalsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.SalesAgentsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.VoucherTermsSet;
import org.counterfoil.domain.seating.ZoneCapacity;
import org.counterfoil.domain.venue.VenueEvent;
import org.counterfoil.domain.venue.VenueEvent.BookingEnded;
import org.counterfoil.domain.venue.VenueEvent.SeatingPlanAdded;
import org.counterfoil.domain.venue.VenueEvent.VenueBooked;
import org.counterfoil.domain.venue.VenueEvent.VenueOpened;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes what performances are made of: organisations, venues, plans, seasons, productions. */
final class CatalogueRows {

  private final JdbcClient tables;

  CatalogueRows(JdbcClient tables) {
    this.tables = tables;
  }

  void apply(OrganisationEvent event) {
    switch (event) {
      case OrganisationCreated created ->
          insert(
              """
              insert into organisation
                (organisation_id, name, legal_name, country, currency, time_zone)
              values (?, ?, ?, ?, ?, ?)
              """,
              created.organisationId().value(),
              created.name().value(),
              created.legalName().value(),
              created.country().value(),
              created.currency().getCurrencyCode(),
              created.timeZone().getId());
      case PaymentMethodsSet set -> {}
      case InvoicingSet set -> {}
      case PrincipalsSet set -> {}
      case SalesAgentsSet set -> {}
      case VoucherTermsSet set -> {}
    }
  }

  void apply(NetworkEvent event) {
    switch (event) {
      case NetworkCreated created -> {}
      case OrganisationJoined joined ->
          insert(
              "insert into network_member (network_id, organisation_id) values (?, ?)",
              joined.networkId().value(),
              joined.organisationId().value());
    }
  }

  void apply(VenueEvent event) {
    switch (event) {
      case VenueOpened opened ->
          insert(
              """
              insert into venue (venue_id, organisation_id, name, address, time_zone, is_shared)
              values (?, ?, ?, ?, ?, ?)
              """,
              opened.venueId().value(),
              opened.organisationId().value(),
              opened.name().value(),
              opened.address().value(),
              opened.timeZone().getId(),
              opened.isShared());
      case SeatingPlanAdded added ->
          insert(
              """
              insert into seating_plan
                (seating_plan_id, venue_id, name, version, plan_hash, seat_count, capacity)
              values (?, ?, ?, ?, ?, ?, ?)
              """,
              added.seatingPlanId().value(),
              added.venueId().value(),
              added.name().value(),
              added.version(),
              added.planHash().value(),
              added.seatCount(),
              added.zones().stream().mapToLong(ZoneCapacity::capacity).sum());
      // The performance says where it takes place.
      case VenueBooked booked -> {}
      case BookingEnded ended -> {}
    }
  }

  void apply(CatalogueEvent event) {
    switch (event) {
      case SeasonPlanned planned ->
          insert(
              "insert into season (season_id, organisation_id, title) values (?, ?, ?)",
              planned.seasonId().value(),
              planned.organisationId().value(),
              planned.title().value());
      case ProductionAdded added ->
          tables
              .sql(
                  """
                  insert into production
                    (production_id, organisation_id, title, genre, season_id, tax_category)
                  values (:id, :organisation, :title, :genre, cast(:season as uuid), :taxCategory)
                  """)
              .param("id", added.productionId().value())
              .param("organisation", added.organisationId().value())
              .param("title", added.title().value())
              .param("genre", added.genre() == null ? null : added.genre().value())
              .param("season", added.seasonId() == null ? null : added.seasonId().toString())
              .param(
                  "taxCategory", added.taxCategory() == null ? null : added.taxCategory().value())
              .update();
    }
  }

  /** The stream of an event without a performance: what is parked together. */
  static UUID key(CatalogueEvent event) {
    return switch (event) {
      case SeasonPlanned planned -> planned.seasonId().value();
      case ProductionAdded added -> added.productionId().value();
    };
  }

  private void insert(String sql, Object... values) {
    tables.sql(sql).params(values).update();
  }
}
