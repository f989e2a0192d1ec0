package org.counterfoil.query.audit.lists;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.jspecify.annotations.Nullable;

/** Who read personal data, or what is recorded about them; the newest first. */
public final class DisclosureQueries {

  private static final String READ =
      """
      select * from (
        select d.position, d.at, 'PERSONAL_DATA' as kind, d.kind as how, d.reason,
          array(select jsonb_array_elements_text(d.purposes)) as purposes,
          array(select jsonb_array_elements_text(d.fields)) as fields,
          (select count(*) from disclosed_subject s where s.position = d.position) as people,
          array(select s.subject_id from disclosed_subject s where s.position = d.position
            order by s.subject_id limit 100) as subjects,
          d.recipient, d.actor
        from disclosure d
        where d.organisation_id = :organisation
          and d.at >= cast(:from as timestamptz) and d.at < cast(:until as timestamptz)
          and (cast(:subject as uuid) is null or exists (
            select 1 from disclosed_subject s
            where s.position = d.position and s.subject_id = cast(:subject as uuid)))
        union all
        select r.position, r.at, 'RECORDS', r.question, r.reason, null, null,
          case when r.subject_id is null then 0 else 1 end,
          case when r.subject_id is not null then array[r.subject_id] end, null, r.actor
        from reading r
        where r.organisation_id = :organisation
          and r.at >= cast(:from as timestamptz) and r.at < cast(:until as timestamptz)
          and (cast(:subject as uuid) is null or r.subject_id = cast(:subject as uuid))) readings
      where position < :after
      order by position desc limit :max
      """;

  private final AuditSnapshot snapshot;

  DisclosureQueries(AuditSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * Readings.
   *
   * @param subject missing for anybody
   */
  public Page<ListedReading> page(
      OrganisationId organisation,
      @Nullable DataSubjectId subject,
      Window window,
      PageRequest page) {
    String after = page.after();
    long before = after == null ? Long.MAX_VALUE : Long.parseLong(after);
    return page.page(
        rows(organisation, subject, window, before, page.fetch()),
        row -> Long.toString(row.position()));
  }

  /** All of a window, to be taken away; at most so many. */
  public List<ListedReading> all(OrganisationId organisation, Window window, int most) {
    return rows(organisation, null, window, Long.MAX_VALUE, most);
  }

  private List<ListedReading> rows(
      OrganisationId organisation,
      @Nullable DataSubjectId subject,
      Window window,
      long before,
      int max) {
    return snapshot.read(
        tables ->
            tables
                .sql(READ)
                .param("organisation", organisation.value())
                .params(window.parameters())
                .param("subject", subject == null ? null : subject.toString())
                .param("after", before)
                .param("max", max)
                .query((row, number) -> reading(row))
                .list());
  }

  private static ListedReading reading(ResultSet row) throws SQLException {
    return new ListedReading(
        row.getLong("position"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        ListedReading.Kind.valueOf(row.getString("kind")),
        row.getString("how"),
        row.getString("reason"),
        strings(row, "purposes"),
        strings(row, "fields"),
        row.getLong("people"),
        ids(row, "subjects"),
        row.getString("recipient"),
        row.getString("actor"));
  }

  static List<String> strings(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }

  static List<UUID> ids(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((UUID[]) array.getArray());
  }
}
