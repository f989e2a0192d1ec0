package org.counterfoil.query.audit.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AuditSnapshot;

/** What erased itself, the newest first: the report of what retention did. */
public final class EndedQueries {

  private static final String ENDED =
      """
      select e.*, array(
        select distinct c.field from capture c
        where c.subject_id = e.subject_id and c.purpose = e.purpose
          and c.ended_position = e.position order by c.field) as fields
      from erasure e
      where e.organisation_id = :organisation and e.is_erased
        and (e.reason in ('RETENTION_ENDED', 'NOT_CONFIRMED')
          or (e.reason = 'CONSENT_WITHDRAWN' and e.actor like 'SYSTEM:%'))
        and e.at >= cast(:from as timestamptz) and e.at < cast(:until as timestamptz)
        and (e.at, e.position, e.purpose) < (cast(:at as timestamptz), :position, :within)
      order by e.at desc, e.position desc, e.purpose desc limit :max
      """;

  private final AuditSnapshot snapshot;

  EndedQueries(AuditSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** What went by itself in a window. */
  public Page<EndedRetention> page(OrganisationId organisation, Window window, PageRequest page) {
    return page.page(
        rows(organisation, window, Place.of(page), page.fetch()),
        row -> new Place(row.endedAt(), row.position(), row.purpose()).key());
  }

  /** The newest of it, as many as a page shows. */
  public List<EndedRetention> newest(OrganisationId organisation, Window window) {
    return rows(organisation, window, Place.BEGINNING, PageRequest.USUAL_LIMIT);
  }

  private List<EndedRetention> rows(
      OrganisationId organisation, Window window, Place after, int max) {
    return snapshot.read(
        tables ->
            tables
                .sql(ENDED)
                .param("organisation", organisation.value())
                .params(window.parameters())
                .params(after.parameters())
                .param("max", max)
                .query((row, number) -> ended(row))
                .list());
  }

  private static EndedRetention ended(ResultSet row) throws SQLException {
    return new EndedRetention(
        row.getObject("subject_id", UUID.class),
        row.getString("purpose"),
        DisclosureQueries.strings(row, "fields"),
        ErasureReason.valueOf(row.getString("reason")),
        row.getObject("key_id", UUID.class),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("in_backups_until", LocalDate.class),
        row.getLong("position"));
  }
}
