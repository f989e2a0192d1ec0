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

  private static final String OF_DATA =
      """
      select position, at, false as is_of_records from disclosure
      where organisation_id = :organisation
        and at >= cast(:from as timestamptz) and at < cast(:until as timestamptz)
        and (at, position) < (cast(:at as timestamptz), :position)
      order by at desc, position desc limit :max
      """;

  private static final String OF_SOMEBODYS_DATA =
      """
      select d.position, d.at, false as is_of_records
      from disclosed_subject s join disclosure d on d.position = s.position
      where s.subject_id = cast(:subject as uuid) and d.organisation_id = :organisation
        and d.at >= cast(:from as timestamptz) and d.at < cast(:until as timestamptz)
        and (d.at, d.position) < (cast(:at as timestamptz), :position)
      order by d.at desc, d.position desc limit :max
      """;

  private static final String OF_RECORDS =
      """
      select position, at, true as is_of_records from reading
      where organisation_id = :organisation %s
        and at >= cast(:from as timestamptz) and at < cast(:until as timestamptz)
        and (at, position) < (cast(:at as timestamptz), :position)
      order by at desc, position desc limit :max
      """;

  /** Which are shown is found first, and only of these it is read what they are. */
  private static final String READ =
      """
      select found.position, found.at,
        case when found.is_of_records then 'RECORDS' else 'PERSONAL_DATA' end as kind,
        coalesce(d.kind, r.question) as how, coalesce(d.reason, r.reason) as reason,
        array(select jsonb_array_elements_text(d.purposes)) as purposes,
        array(select jsonb_array_elements_text(d.fields)) as fields,
        case when found.is_of_records then num_nonnulls(r.subject_id) else (
          select count(*) from disclosed_subject s where s.position = found.position) end as people,
        case when found.is_of_records then array_remove(array[r.subject_id], null) else array(
          select s.subject_id from disclosed_subject s where s.position = found.position
          order by s.subject_id limit 100) end as subjects,
        d.recipient, coalesce(d.actor, r.actor) as actor
      from (
        (%s) union all (%s)
        order by at desc, position desc limit :max) found
      left join disclosure d on d.position = found.position and not found.is_of_records
      left join reading r on r.position = found.position and found.is_of_records
      order by found.at desc, found.position desc
      """;

  private static final String ABOUT_ANYBODY = READ.formatted(OF_DATA, OF_RECORDS.formatted(""));
  private static final String ABOUT_SOMEBODY =
      READ.formatted(
          OF_SOMEBODYS_DATA, OF_RECORDS.formatted("and subject_id = cast(:subject as uuid)"));

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
    return page.page(
        rows(organisation, subject, window, Place.of(page), page.fetch()),
        row -> new Place(row.at(), row.position(), "").key());
  }

  /** All of a window, to be taken away; at most so many. */
  public List<ListedReading> all(OrganisationId organisation, Window window, int most) {
    return rows(organisation, null, window, Place.BEGINNING, most);
  }

  private List<ListedReading> rows(
      OrganisationId organisation,
      @Nullable DataSubjectId subject,
      Window window,
      Place after,
      int max) {
    return snapshot.read(
        tables ->
            tables
                .sql(subject == null ? ABOUT_ANYBODY : ABOUT_SOMEBODY)
                .param("organisation", organisation.value())
                .params(window.parameters())
                .param("subject", subject == null ? null : subject.toString())
                .params(after.parameters())
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
