package org.counterfoil.query.audit.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.query.audit.recording.ConsentAnswer;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.counterfoil.query.audit.subject.ConsentState.Answered;
import org.counterfoil.query.live.AsOf;
import org.jspecify.annotations.Nullable;

/** What a person agreed to, as of any moment. */
public final class ConsentQueries {

  /**
   * The newest first. Of a yes and a no of one moment the no counts, in whichever order they were
   * recorded; of two alike what was recorded later.
   */
  private static final String ANSWERS =
      """
      select a.*, n.language,
        (select p.name from purpose p
         where p.organisation_id = a.organisation_id and p.purpose = a.purpose
         order by p.version desc limit 1) as purpose_name
      from consent_answer a
      left join notice n on n.notice_version_id = a.notice_version_id
      where a.organisation_id = :organisation and a.subject_id = any (cast(:subjects as uuid[]))
        and a.position <= :position and a.at <= cast(:time as timestamptz)
      order by a.purpose, a.at desc, a.answer in ('GIVEN', 'RENEWED'), a.position desc
      """;

  private record Row(String purpose, @Nullable String purposeName, Answered answered) {}

  private final AuditSnapshot snapshot;
  private final NoticeTexts notices;

  public ConsentQueries(AuditSnapshot snapshot, NoticeTexts notices) {
    this.snapshot = snapshot;
    this.notices = notices;
  }

  /** Every consent that was answered by then. */
  public SubjectConsents of(
      OrganisationId organisation, DataSubjectId subject, AsOf asOf, long reached) {
    Map<String, List<Row>> byPurpose = new LinkedHashMap<>();
    for (Row row : rows(organisation, subject, asOf)) {
      byPurpose.computeIfAbsent(row.purpose(), none -> new ArrayList<>()).add(row);
    }
    return new SubjectConsents(
        subject.value(),
        ConsentMoment.word(asOf),
        byPurpose.values().stream().map(ConsentQueries::state).toList(),
        reached);
  }

  private static ConsentState state(List<Row> rows) {
    Row newest = rows.getFirst();
    return new ConsentState(
        newest.purpose(),
        newest.purposeName(),
        newest.answered().answer().isInForce(),
        newest.answered().at(),
        rows.stream().map(Row::answered).toList());
  }

  private List<Row> rows(OrganisationId organisation, DataSubjectId subject, AsOf asOf) {
    NoticeTexts.Reading texts = notices.reading();
    return snapshot.read(
        tables ->
            tables
                .sql(ANSWERS)
                .param("organisation", organisation.value())
                .param(
                    "subjects",
                    SubjectQueries.all(
                        subject, SubjectQueries.joined(tables, organisation, subject)))
                .param("position", asOf.lastPosition())
                .param("time", asOf.lastTime())
                .query((row, number) -> row(row, texts))
                .list());
  }

  private static Row row(ResultSet row, NoticeTexts.Reading texts) throws SQLException {
    UUID notice = row.getObject("notice_version_id", UUID.class);
    String door = row.getString("door");
    return new Row(
        row.getString("purpose"),
        row.getString("purpose_name"),
        new Answered(
            row.getObject("subject_id", UUID.class),
            ConsentAnswer.valueOf(row.getString("answer")),
            row.getObject("at", OffsetDateTime.class).toInstant(),
            row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
            row.getLong("position"),
            row.getObject("purpose_version", Integer.class),
            notice == null
                ? null
                : texts.of(notice, row.getString("language"), row.getString("notice_hash")),
            door == null ? null : CaptureDoor.valueOf(door),
            row.getString("actor")));
  }
}
