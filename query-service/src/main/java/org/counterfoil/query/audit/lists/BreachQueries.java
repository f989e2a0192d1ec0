package org.counterfoil.query.audit.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AuditSnapshot;

/**
 * Whose data were touched in a window, by when it was recorded: for whom a breach may matter (Art.
 * 33(3)(a) GDPR).
 */
public final class BreachQueries {

  private static final String TOUCHED =
      """
      with touched as (
        select subject_id, purpose, field,
          case when is_rectified then 'RECTIFIED' else 'CAPTURED' end as touch
        from capture
        where organisation_id = :organisation
          and captured_at >= cast(:from as timestamptz)
          and captured_at < cast(:until as timestamptz)
        union
        select subject_id, purpose, null, 'ERASED'
        from erasure
        where organisation_id = :organisation and is_erased
          and recorded_at >= cast(:from as timestamptz)
          and recorded_at < cast(:until as timestamptz)
        union
        select s.subject_id, p.purpose, f.field, 'DISCLOSED'
        from disclosure d
        join disclosed_subject s on s.position = d.position
        left join lateral jsonb_array_elements_text(d.purposes) p (purpose) on true
        left join lateral jsonb_array_elements_text(d.fields) f (field) on true
        where d.organisation_id = :organisation
          and d.at >= cast(:from as timestamptz) and d.at < cast(:until as timestamptz))
      select subject_id,
        coalesce(array_agg(distinct field order by field) filter (where field is not null), '{}')
          as fields,
        coalesce(array_agg(distinct purpose order by purpose)
          filter (where purpose is not null), '{}') as purposes,
        array_agg(distinct touch order by touch) as touches
      from touched
      where subject_id > cast(:after as uuid)
      group by subject_id order by subject_id limit :max
      """;

  private final AuditSnapshot snapshot;

  BreachQueries(AuditSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  public Page<TouchedSubject> page(OrganisationId organisation, Window window, PageRequest page) {
    String after = page.after();
    List<TouchedSubject> rows =
        snapshot.read(
            tables ->
                tables
                    .sql(TOUCHED)
                    .param("organisation", organisation.value())
                    .params(window.parameters())
                    .param("after", after == null ? new UUID(0, 0).toString() : after)
                    .param("max", page.fetch())
                    .query((row, number) -> touched(row))
                    .list());
    return page.page(rows, row -> row.subjectId().toString());
  }

  private static TouchedSubject touched(ResultSet row) throws SQLException {
    return new TouchedSubject(
        row.getObject("subject_id", UUID.class),
        DisclosureQueries.strings(row, "fields"),
        DisclosureQueries.strings(row, "purposes"),
        DisclosureQueries.strings(row, "touches"));
  }
}
