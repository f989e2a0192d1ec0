package org.counterfoil.query.audit.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.imports.ImportFigures;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AuditSnapshot;

/** Which files of people were brought in; the newest first. They name nobody. */
public final class ImportQueries {

  private static final String READ =
      """
      select * from people_import
      where organisation_id = :organisation and position < :before
      order by position desc limit :max
      """;

  private final AuditSnapshot snapshot;

  ImportQueries(AuditSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /** Imports of an organisation. */
  public Page<ListedImport> page(OrganisationId organisation, PageRequest page) {
    String after = page.after();
    return page.page(
        snapshot.read(
            tables ->
                tables
                    .sql(READ)
                    .param("organisation", organisation.value())
                    .param("before", after == null ? Long.MAX_VALUE : Long.parseLong(after))
                    .param("max", page.fetch())
                    .query((row, number) -> listed(row))
                    .list()),
        row -> Long.toString(row.position()));
  }

  private static ListedImport listed(ResultSet row) throws SQLException {
    return new ListedImport(
        row.getLong("position"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("import_id", UUID.class),
        row.getString("source"),
        row.getObject("exported_at", OffsetDateTime.class).toInstant(),
        new ImportFigures(
            row.getInt("lines"),
            row.getInt("new_people"),
            row.getInt("known_people"),
            row.getInt("captures"),
            row.getInt("consents_recorded"),
            row.getInt("consents_not_counted"),
            row.getInt("faulty_lines")),
        row.getString("actor"));
  }
}
