package org.counterfoil.query.audit.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.jspecify.annotations.Nullable;

/** What was captured of anybody, the newest first. */
public final class CaptureQueries {

  private static final String CAPTURES =
      """
      select c.*, k.ends_on
      from (
        select * from capture
        where organisation_id = :organisation
          and captured_at >= cast(:from as timestamptz)
          and captured_at < cast(:until as timestamptz)
          and (cast(:field as text) is null or field = cast(:field as text))
          and (cast(:purpose as text) is null or purpose = cast(:purpose as text))
          and (position, field) < (:position, :fieldAfter)
        order by position desc, field desc limit :max) c
      left join kept_field k on k.capture_id = c.capture_id and k.field = c.field
      order by c.position desc, c.field desc
      """;

  private final AuditSnapshot snapshot;

  CaptureQueries(AuditSnapshot snapshot) {
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
    Place after = Place.of(page);
    List<ListedCapture> rows =
        snapshot.read(
            tables ->
                tables
                    .sql(CAPTURES)
                    .param("organisation", organisation.value())
                    .params(window.parameters())
                    .param("field", field == null ? null : field.name())
                    .param("purpose", purpose == null ? null : purpose.value())
                    .param("position", after.position())
                    .param("fieldAfter", after.within())
                    .param("max", page.fetch())
                    .query((row, number) -> capture(row))
                    .list());
    return page.page(rows, row -> new Place(row.position(), row.field().name()).key());
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
