package org.counterfoil.query.audit.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** What was captured of anybody, the newest first. */
public final class CaptureQueries {

  private static final String ANY =
      """
      select * from capture
      where organisation_id = :organisation
        and captured_at >= cast(:from as timestamptz)
        and captured_at < cast(:until as timestamptz)
        and (captured_at, position, field) < (cast(:at as timestamptz), :position, :within)
      order by captured_at desc, position desc, field desc limit :max
      """;

  /**
   * The newest of each purpose and field that is asked for, of which the newest are shown: what is
   * read grows with the register and not with what was captured.
   */
  private static final String SOME =
      """
      select found.*
      from (
        select distinct purpose from purpose
        where organisation_id = :organisation
          and (cast(:purpose as text) is null or purpose = cast(:purpose as text))) p
      cross join unnest(:fields) f (field)
      cross join lateral (
        select * from capture c
        where c.organisation_id = :organisation and c.purpose = p.purpose and c.field = f.field
          and c.captured_at >= cast(:from as timestamptz)
          and c.captured_at < cast(:until as timestamptz)
          and (c.captured_at, c.position, c.field)
            < (cast(:at as timestamptz), :position, :within)
        order by c.captured_at desc, c.position desc limit :max) found
      order by found.captured_at desc, found.position desc, found.field desc limit :max
      """;

  private final AuditSnapshot snapshot;

  public CaptureQueries(AuditSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * Captures.
   *
   * @param field missing for any
   * @param purpose missing for any
   */
  public Page<ListedCapture> page(
      OrganisationId organisation,
      @Nullable PersonalField field,
      @Nullable PurposeKey purpose,
      Window window,
      PageRequest page) {
    List<ListedCapture> rows =
        snapshot.read(
            tables ->
                asked(tables, field, purpose)
                    .param("organisation", organisation.value())
                    .params(window.parameters())
                    .params(Place.of(page).parameters())
                    .param("max", page.fetch())
                    .query((row, number) -> capture(row))
                    .list());
    return page.page(
        rows, row -> new Place(row.capturedAt(), row.position(), row.field().name()).key());
  }

  private static StatementSpec asked(
      JdbcClient tables, @Nullable PersonalField field, @Nullable PurposeKey purpose) {
    if (field == null && purpose == null) {
      return tables.sql(ANY);
    }
    Stream<PersonalField> fields =
        field == null ? Arrays.stream(PersonalField.values()) : Stream.of(field);
    return tables
        .sql(SOME)
        .param("purpose", purpose == null ? null : purpose.value())
        .param("fields", fields.map(Enum::name).toArray(String[]::new));
  }

  private static ListedCapture capture(ResultSet row) throws SQLException {
    return new ListedCapture(
        row.getObject("subject_id", UUID.class),
        row.getObject("capture_id", UUID.class),
        PersonalField.valueOf(row.getString("field")),
        row.getString("purpose"),
        row.getString("lawful_basis"),
        row.getObject("notice_version_id", UUID.class),
        CaptureDoor.valueOf(row.getString("door")),
        row.getObject("order_id", UUID.class),
        row.getString("actor"),
        row.getObject("captured_at", OffsetDateTime.class).toInstant(),
        row.getLong("position"),
        row.getObject("ends_on", LocalDate.class),
        row.getString("ending"));
  }
}
