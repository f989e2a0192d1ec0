package org.counterfoil.query.sales;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Organisations, and the productions and venues they have. Lists are in the order of creation. */
final class CatalogueQueries {

  private final SalesSnapshot snapshot;

  CatalogueQueries(SalesSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** An organisation by its name; {@code currency} is that of all its prices. */
  public record OrganisationName(
      UUID organisationId, String name, String currency, String timeZone, long performances) {}

  /** All of them, for the platform administrator, by name. */
  public List<OrganisationName> organisations() {
    return snapshot.read(
        tables ->
            tables
                .sql(
                    """
                    select o.organisation_id, o.name, o.currency, o.time_zone,
                           (select count(*) from sales.performance p
                            where p.organisation_id = o.organisation_id
                              and not p.is_training) as performances
                    from sales.organisation o order by o.name, o.organisation_id
                    """)
                .query(OrganisationName.class)
                .list());
  }

  /** Whether there is such an organisation. */
  public boolean exists(OrganisationId id) {
    return snapshot.read(
        tables ->
            tables
                .sql("select exists (select 1 from sales.organisation where organisation_id = ?)")
                .param(id.value())
                .query(Boolean.class)
                .single());
  }

  public Page<Production> productions(OrganisationId id, PageRequest page) {
    List<Production> rows =
        snapshot.read(
            tables ->
                tables
                    .sql(
                        """
                        select p.production_id, p.organisation_id, p.title, p.genre, p.season_id,
                               s.title as season_title, p.tax_category
                        from sales.production p left join sales.season s using (season_id)
                        where p.organisation_id = ? and p.production_id > ?
                        order by p.production_id limit ?
                        """)
                    .params(id.value(), after(page), page.fetch())
                    .query(Production.class)
                    .list());
    return page.page(rows, production -> production.productionId().toString());
  }

  /** The organisation's venues, and those its networks share with it. */
  public Page<VenueListing> venues(OrganisationId id, PageRequest page) {
    List<VenueListing> rows =
        snapshot.read(
            tables -> {
              List<VenueRow> venues = venueRows(tables, id, page);
              Map<UUID, List<VenueListing.Plan>> plans = plans(tables, venues);
              return venues.stream()
                  .map(venue -> venue.with(plans.getOrDefault(venue.venueId(), List.of())))
                  .toList();
            });
    return page.page(rows, venue -> venue.venueId().toString());
  }

  private record VenueRow(
      UUID venueId,
      UUID organisationId,
      String name,
      String address,
      String timeZone,
      boolean isShared) {

    VenueListing with(List<VenueListing.Plan> plans) {
      return new VenueListing(venueId, organisationId, name, address, timeZone, isShared, plans);
    }
  }

  private static List<VenueRow> venueRows(JdbcClient tables, OrganisationId id, PageRequest page) {
    return tables
        .sql(
            """
            select v.venue_id, v.organisation_id, v.name, v.address, v.time_zone, v.is_shared
            from sales.venue v
            where v.venue_id > :after and (v.organisation_id = :organisation
              or v.is_shared and exists (
                select 1 from sales.network_member mine
                join sales.network_member theirs using (network_id)
                where mine.organisation_id = :organisation
                  and theirs.organisation_id = v.organisation_id))
            order by v.venue_id limit :fetch
            """)
        .param("after", after(page))
        .param("organisation", id.value())
        .param("fetch", page.fetch())
        .query(VenueRow.class)
        .list();
  }

  private static Map<UUID, List<VenueListing.Plan>> plans(
      JdbcClient tables, List<VenueRow> venues) {
    return tables
        .sql(
            """
            select venue_id, seating_plan_id, name, version, plan_hash, seat_count, capacity
            from sales.seating_plan where venue_id = any (?::uuid[])
            order by name, version
            """)
        .param(venues.stream().map(venue -> venue.venueId().toString()).toArray(String[]::new))
        .query(
            (row, number) ->
                Map.entry(
                    row.getObject("venue_id", UUID.class),
                    new VenueListing.Plan(
                        row.getObject("seating_plan_id", UUID.class),
                        row.getString("name"),
                        row.getInt("version"),
                        row.getString("plan_hash"),
                        row.getInt("seat_count"),
                        row.getLong("capacity"))))
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  private static UUID after(PageRequest page) {
    String key = page.after();
    return key == null ? new UUID(0, 0) : UUID.fromString(key);
  }
}
