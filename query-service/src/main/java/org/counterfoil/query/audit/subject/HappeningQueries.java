package org.counterfoil.query.audit.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Everything that the records have about some persons, as one list. */
final class HappeningQueries {

  private static final String HAPPENED =
      """
      select c.position, c.captured_at as at, c.captured_at as recorded_at,
        case when c.is_rectified then 'RECTIFIED' else 'CAPTURED' end as what, c.subject_id, c.actor,
        array[c.purpose] as purposes, array_agg(c.field order by c.field) as fields, c.door,
        null as code, c.order_id as related_id, null as recipient
      from capture c
      where c.organisation_id = :organisation and c.subject_id = any (cast(:subjects as uuid[]))
      group by c.capture_id, c.position, c.captured_at, c.is_rectified, c.subject_id, c.actor,
        c.purpose, c.door, c.order_id
      union all
      select position, at, recorded_at, 'CONSENT_' || answer, subject_id, actor, array[purpose],
        null, door, null, null, null
      from consent_answer
      where organisation_id = :organisation and subject_id = any (cast(:subjects as uuid[]))
      union all
      select position, at, recorded_at, step, subject_id, actor,
        case when purpose is not null then array[purpose] end, null, door,
        coalesce(restriction, contact, case is_absolute when true then 'ABSOLUTE' end),
        into_subject, null
      from subject_step
      where organisation_id = :organisation and subject_id = any (cast(:subjects as uuid[]))
      union all
      select position, at, recorded_at, case when is_erased then 'ERASED' else 'KEPT' end,
        subject_id, actor, array_agg(purpose order by purpose), null, null,
        coalesce(duty, reason), null, null
      from erasure
      where organisation_id = :organisation and subject_id = any (cast(:subjects as uuid[]))
      group by position, at, recorded_at, is_erased, subject_id, actor, duty, reason
      union all
      select d.position, d.at, d.at, 'DISCLOSED', s.subject_id, d.actor,
        array(select jsonb_array_elements_text(d.purposes)),
        array(select jsonb_array_elements_text(d.fields)), null, d.reason, d.disclosure_id,
        d.recipient
      from disclosed_subject s join disclosure d on d.position = s.position
      where d.organisation_id = :organisation and s.subject_id = any (cast(:subjects as uuid[]))
      union all
      select position, at, at, 'AUDIT_READ', subject_id, actor, null, null, null,
        question, null, null
      from reading
      where organisation_id = :organisation and subject_id = any (cast(:subjects as uuid[]))
      union all
      select t.position, t.at, t.at, t.step, s.subject_id, t.actor, null, null, null, t.code,
        t.request_id, null
      from request_subject s
      join request r on r.request_id = s.request_id
      join request_step t on t.request_id = s.request_id
      where r.organisation_id = :organisation and s.subject_id = any (cast(:subjects as uuid[]))
      order by 1, 4, 5
      """;

  private HappeningQueries() {}

  static List<Happening> of(JdbcClient tables, OrganisationId organisation, String[] subjects) {
    return tables
        .sql(HAPPENED)
        .param("organisation", organisation.value())
        .param("subjects", subjects)
        .query((row, number) -> happening(row))
        .list();
  }

  private static Happening happening(ResultSet row) throws SQLException {
    return new Happening(
        row.getLong("position"),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        Happening.What.valueOf(row.getString("what")),
        row.getObject("subject_id", UUID.class),
        row.getString("actor"),
        SubjectQueries.strings(row, "purposes"),
        SubjectQueries.strings(row, "fields"),
        row.getString("door"),
        row.getString("code"),
        row.getObject("related_id", UUID.class),
        row.getString("recipient"));
  }
}
