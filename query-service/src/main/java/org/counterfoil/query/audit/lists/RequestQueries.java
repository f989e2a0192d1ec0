package org.counterfoil.query.audit.lists;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.request.IdentityCheck;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.request.RightsRequest;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.query.audit.scope.AuditSnapshot;

/** Requests of people, the newest first; open ones, by which must be answered first. */
public final class RequestQueries {

  private static final String REQUESTS =
      """
      select r.*, o.time_zone, array(select s.subject_id from request_subject s
        where s.request_id = r.request_id order by s.subject_id) as subjects
      from request r join organisation o on o.organisation_id = r.organisation_id
      where r.organisation_id = :organisation and r.position < :after
      order by r.position desc limit :max
      """;

  private static final String OPEN =
      """
      select r.*, o.time_zone, array(select s.subject_id from request_subject s
        where s.request_id = r.request_id order by s.subject_id) as subjects
      from request r join organisation o on o.organisation_id = r.organisation_id
      where r.organisation_id = :organisation and r.state = 'OPEN'
      order by r.due_on, r.position limit 500
      """;

  private final AuditSnapshot snapshot;

  RequestQueries(AuditSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  public Page<ListedRequest> page(OrganisationId organisation, LocalDate today, PageRequest page) {
    String after = page.after();
    List<ListedRequest> rows =
        snapshot.read(
            tables ->
                tables
                    .sql(REQUESTS)
                    .param("organisation", organisation.value())
                    .param("after", after == null ? Long.MAX_VALUE : Long.parseLong(after))
                    .param("max", page.fetch())
                    .query((row, number) -> request(row, today))
                    .list());
    return page.page(rows, row -> Long.toString(row.position()));
  }

  /** Those that wait for an answer; at most 500. */
  public List<ListedRequest> open(OrganisationId organisation, LocalDate today) {
    return snapshot.read(
        tables ->
            tables
                .sql(OPEN)
                .param("organisation", organisation.value())
                .query((row, number) -> request(row, today))
                .list());
  }

  private static ListedRequest request(ResultSet row, LocalDate today) throws SQLException {
    LocalDate dueOn = row.getObject("due_on", LocalDate.class);
    RightsRequest.State state = RightsRequest.State.valueOf(row.getString("state"));
    OffsetDateTime closedAt = row.getObject("closed_at", OffsetDateTime.class);
    return new ListedRequest(
        row.getObject("request_id", UUID.class),
        RequestKind.valueOf(row.getString("kind")),
        DisclosureQueries.ids(row, "subjects"),
        IdentityCheck.valueOf(row.getString("identity_check")),
        row.getObject("received_on", LocalDate.class),
        dueOn,
        state == RightsRequest.State.OPEN && dueOn.isBefore(today),
        closedAt != null && dueOn.isBefore(day(closedAt, row.getString("time_zone"))),
        state,
        row.getString("extension"),
        row.getString("refusal"),
        closedAt == null ? null : closedAt.toInstant(),
        row.getString("actor"),
        row.getLong("position"));
  }

  /** The last day for the answer is one of the organisation's. */
  private static LocalDate day(OffsetDateTime at, String zone) {
    return LocalDate.ofInstant(at.toInstant(), ZoneId.of(zone));
  }
}
