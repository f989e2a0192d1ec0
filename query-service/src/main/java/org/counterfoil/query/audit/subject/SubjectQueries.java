package org.counterfoil.query.audit.subject;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.counterfoil.query.audit.subject.CapturedField.FieldState;
import org.counterfoil.query.audit.subject.CapturedField.Kept;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What is kept of a person, and what happened to it. */
public final class SubjectQueries {

  private static final String IS_KNOWN =
      """
      select exists (
        select 1 from capture where organisation_id = :organisation and subject_id = :subject
        union all
        select 1 from consent_answer
        where organisation_id = :organisation and subject_id = :subject)
      """;

  private static final String MERGED_INTO =
      """
      select into_subject from subject_step
      where organisation_id = :organisation and subject_id = :subject and step = 'MERGED'
      order by position desc limit 1
      """;

  private static final String JOINED =
      """
      select member.subject_id from same_person member
      where member.person_id = :subject and exists (
        select 1 from subject_step s
        where s.subject_id = member.subject_id and s.organisation_id = :organisation)
      order by member.subject_id
      """;

  private static final String FIELDS =
      """
      select c.*, p.name as purpose_name, p.dpv_purpose, n.language,
        e.reason as erasure_reason
      from capture c
      left join purpose p on p.organisation_id = c.organisation_id and p.purpose = c.purpose
        and p.version = c.purpose_version
      left join notice n on n.notice_version_id = c.notice_version_id
      left join erasure e on c.ending = 'ERASED' and e.subject_id = c.subject_id
        and e.purpose = c.purpose and e.position = c.ended_position
      where c.organisation_id = :organisation and c.subject_id = any (cast(:subjects as uuid[]))
      order by c.position desc, c.field
      """;

  private final AuditSnapshot snapshot;
  private final NoticeTexts notices;

  SubjectQueries(AuditSnapshot snapshot, NoticeTexts notices) {
    this.snapshot = snapshot;
    this.notices = notices;
  }

  /** Ends the request as a 404 where nothing was ever recorded of somebody. */
  public void requireKnown(OrganisationId organisation, DataSubjectId subject) {
    boolean isKnown =
        snapshot.read(
            tables ->
                tables
                    .sql(IS_KNOWN)
                    .param("organisation", organisation.value())
                    .param("subject", subject.value())
                    .query(Boolean.class)
                    .single());
    if (!isKnown) {
      throw Problem.refused(
              PrivacyRejection.UNKNOWN_SUBJECT,
              "Expected somebody of the organisation, but " + subject + " is not")
          .exception();
    }
  }

  /** Everything about a person and whoever was found to be the same one. */
  public SubjectTimeline timeline(
      OrganisationId organisation, DataSubjectId subject, long position) {
    return snapshot.read(
        tables -> {
          List<UUID> joined = joined(tables, organisation, subject);
          String[] all = all(subject, joined);
          return new SubjectTimeline(
              subject.value(),
              mergedInto(tables, organisation, subject),
              joined,
              fields(tables, organisation, all),
              HappeningQueries.of(tables, organisation, all),
              position);
        });
  }

  static List<UUID> joined(JdbcClient tables, OrganisationId organisation, DataSubjectId subject) {
    return tables
        .sql(JOINED)
        .param("organisation", organisation.value())
        .param("subject", subject.value())
        .query(UUID.class)
        .list();
  }

  /** As PostgreSQL casts them to an array of ids. */
  static String[] all(DataSubjectId subject, List<UUID> joined) {
    return Stream.concat(Stream.of(subject.value()), joined.stream())
        .map(UUID::toString)
        .toArray(String[]::new);
  }

  private static @Nullable UUID mergedInto(
      JdbcClient tables, OrganisationId organisation, DataSubjectId subject) {
    return tables
        .sql(MERGED_INTO)
        .param("organisation", organisation.value())
        .param("subject", subject.value())
        .query(UUID.class)
        .optional()
        .orElse(null);
  }

  private List<CapturedField> fields(
      JdbcClient tables, OrganisationId organisation, String[] subjects) {
    NoticeTexts.Reading texts = notices.reading();
    return tables
        .sql(FIELDS)
        .param("organisation", organisation.value())
        .param("subjects", subjects)
        .query((row, number) -> field(row, texts))
        .list();
  }

  private static CapturedField field(ResultSet row, NoticeTexts.Reading texts) throws SQLException {
    PersonalField field = PersonalField.valueOf(row.getString("field"));
    LawfulBasis basis = new LawfulBasis(row.getString("lawful_basis"));
    String dpv = row.getString("dpv_purpose");
    String ending = row.getString("ending");
    String reason = row.getString("erasure_reason");
    return new CapturedField(
        row.getObject("subject_id", UUID.class),
        row.getObject("capture_id", UUID.class),
        field,
        field.iri(),
        row.getString("purpose"),
        row.getString("purpose_name"),
        row.getInt("purpose_version"),
        dpv == null ? null : DpvPurpose.valueOf(dpv).iri(),
        basis.value(),
        basis.iri(),
        texts.of(
            row.getObject("notice_version_id", UUID.class),
            row.getString("language"),
            row.getString("notice_hash")),
        CaptureDoor.valueOf(row.getString("door")),
        row.getObject("order_id", UUID.class),
        row.getObject("ticket_id", UUID.class),
        row.getString("actor"),
        row.getBoolean("is_rectified"),
        row.getObject("captured_at", OffsetDateTime.class).toInstant(),
        row.getLong("position"),
        new Kept(
            RetentionStart.valueOf(row.getString("retention_start")),
            row.getString("retention_period"),
            row.getObject("starts_on", LocalDate.class),
            row.getObject("ends_on", LocalDate.class)),
        ending == null ? FieldState.HELD : FieldState.valueOf(ending),
        instant(row, "ended_at"),
        row.getObject("ended_position", Long.class),
        reason == null ? null : ErasureReason.valueOf(reason));
  }

  static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  static List<String> strings(ResultSet row, String column) throws SQLException {
    Array array = row.getArray(column);
    return array == null ? List.of() : List.of((String[]) array.getArray());
  }
}
