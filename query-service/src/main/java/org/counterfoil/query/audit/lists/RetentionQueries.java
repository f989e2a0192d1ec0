package org.counterfoil.query.audit.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AuditSnapshot;

/**
 * What is kept, by the day on which its retention ends: the first first. All fields of somebody for
 * one purpose end on one day, so that a page reads what it shows and nothing else.
 */
public final class RetentionQueries {

  private static final String DUE =
      """
      select c.subject_id, c.purpose, array_agg(c.field order by c.field) as fields,
        min(c.retention_start) as retention_start, min(c.retention_period) as retention_period,
        max(c.starts_on) as starts_on, c.ends_on
      from capture c
      where c.organisation_id = :organisation and c.ends_on <= :until
        and (c.ends_on, c.subject_id, c.purpose)
          > (cast(:day as date), cast(:subject as uuid), cast(:purpose as text))
      group by c.ends_on, c.subject_id, c.purpose
      order by c.ends_on, c.subject_id, c.purpose limit :max
      """;

  private final AuditSnapshot snapshot;

  public RetentionQueries(AuditSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * What ends until a day.
   *
   * @param today what ended before it is due
   */
  public Page<DueRetention> page(
      OrganisationId organisation, LocalDate until, LocalDate today, PageRequest page) {
    String after = page.after();
    String[] place =
        after == null
            ? new String[] {"0001-01-01", new UUID(0, 0).toString(), ""}
            : after.split("/", 3);
    List<DueRetention> rows =
        snapshot.read(
            tables ->
                tables
                    .sql(DUE)
                    .param("organisation", organisation.value())
                    .param("until", until)
                    .param("day", place[0])
                    .param("subject", place[1])
                    .param("purpose", place[2])
                    .param("max", page.fetch())
                    .query((row, number) -> due(row, today))
                    .list());
    return page.page(rows, row -> row.endsOn() + "/" + row.subjectId() + "/" + row.purpose());
  }

  private static DueRetention due(ResultSet row, LocalDate today) throws SQLException {
    LocalDate endsOn = row.getObject("ends_on", LocalDate.class);
    return new DueRetention(
        row.getObject("subject_id", UUID.class),
        row.getString("purpose"),
        DisclosureQueries.strings(row, "fields"),
        RetentionStart.valueOf(row.getString("retention_start")),
        row.getString("retention_period"),
        row.getObject("starts_on", LocalDate.class),
        endsOn,
        endsOn.isBefore(today));
  }
}
