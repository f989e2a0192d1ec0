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
import org.counterfoil.domain.privacy.imports.SourceCode;
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
      select a.*, n.language, f.source, f.exported_from,
        (select p.name from purpose p
         where p.organisation_id = a.organisation_id and p.purpose = a.purpose
         order by p.version desc limit 1) as purpose_name,
        a.answer in ('GIVEN', 'RENEWED') and a.door in ('ORDER', 'BOX_OFFICE')
          and not exists (
            select from subject_step s
            where s.subject_id = a.subject_id and s.purpose = a.purpose
              and s.step = 'CONFIRMATION_AWAITED' and s.position < a.position)
          and exists (
            select from capture c
            where c.subject_id = a.subject_id and c.purpose = a.purpose
              and c.order_id is not null)
          and not exists (
            select from capture c
            join completed_order o on o.order_id = c.order_id
            where c.subject_id = a.subject_id and c.purpose = a.purpose
              and o.position <= :position and o.completed_at <= cast(:time as timestamptz))
          as awaits_order,
        a.answer in ('GIVEN', 'RENEWED')
          and exists (
            select from subject_step s
            where s.subject_id = a.subject_id and s.purpose = a.purpose
              and s.step = 'CONFIRMATION_AWAITED' and s.position > a.position
              and s.at >= a.at and s.position <= :position
              and s.at <= cast(:time as timestamptz))
          as awaits_confirmation
      from consent_answer a
      left join notice n on n.notice_version_id = a.notice_version_id
      left join lateral (
        select o.source, o.exported_from from consent_origin o
        where o.subject_id = a.subject_id and o.purpose = a.purpose and o.at = a.at
          and o.is_given = (a.answer in ('GIVEN', 'RENEWED')) and a.door = 'IMPORT'
        order by o.position limit 1) f on true
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

  /**
   * A yes that was told with an order decides nothing before that order is completed, nor one that
   * is to be confirmed anew.
   */
  private static ConsentState state(List<Row> rows) {
    Row newest =
        rows.stream().filter(row -> !row.answered().awaits()).findFirst().orElse(rows.getFirst());
    return new ConsentState(
        newest.purpose(),
        newest.purposeName(),
        newest.answered().answer().isInForce() && !newest.answered().awaits(),
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

  private static @Nullable SourceCode source(@Nullable String code) {
    return code == null ? null : new SourceCode(code);
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
            source(row.getString("source")),
            source(row.getString("exported_from")),
            row.getString("actor"),
            row.getBoolean("awaits_order"),
            row.getBoolean("awaits_confirmation")));
  }
}
