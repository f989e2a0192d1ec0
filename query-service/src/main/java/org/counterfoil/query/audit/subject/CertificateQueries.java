package org.counterfoil.query.audit.subject;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.KeepingDuty;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.query.audit.scope.AuditSnapshot;
import org.counterfoil.query.audit.subject.ErasureCertificate.GonePurpose;
import org.counterfoil.query.audit.subject.ErasureCertificate.StayingPurpose;
import org.jspecify.annotations.Nullable;

/** What an erasure left of a person, as of that erasure: the same whenever it is asked. */
public final class CertificateQueries {

  private static final String ERASURES =
      """
      select e.*, array(
        select distinct c.field from capture c
        where c.subject_id = e.subject_id and c.purpose = e.purpose
          and c.ended_position = e.position order by c.field) as fields
      from erasure e
      where e.organisation_id = :organisation and e.subject_id = any (cast(:subjects as uuid[]))
        and e.position <= :position
      order by e.position, e.purpose
      """;

  private static final String RECIPIENTS =
      """
      select d.recipient from disclosed_subject s join disclosure d on d.position = s.position
      where d.organisation_id = :organisation and d.recipient is not null
        and s.subject_id = any (cast(:subjects as uuid[])) and d.position < :position
        and jsonb_exists_any(d.purposes, cast(:purposes as text[]))
      group by d.recipient order by min(d.position)
      """;

  private record Row(
      UUID subjectId,
      String purpose,
      List<PersonalField> fields,
      @Nullable UUID keyId,
      @Nullable KeepingDuty duty,
      Instant at,
      ErasureReason reason,
      LocalDate inBackupsUntil,
      String actor,
      long position) {

    boolean isErased() {
      return keyId != null;
    }
  }

  private final AuditSnapshot snapshot;

  CertificateQueries(AuditSnapshot snapshot) {
    this.snapshot = snapshot;
  }

  /**
   * The certificate of an erasure; a 404 where the person was not erased there.
   *
   * @param position where the erasure stands
   */
  public ErasureCertificate of(OrganisationId organisation, DataSubjectId subject, long position) {
    return snapshot.read(
        tables -> {
          List<UUID> joined = SubjectQueries.joined(tables, organisation, subject);
          String[] subjects = SubjectQueries.all(subject, joined);
          List<Row> rows =
              tables
                  .sql(ERASURES)
                  .param("organisation", organisation.value())
                  .param("subjects", subjects)
                  .param("position", position)
                  .query((row, number) -> row(row))
                  .list();
          if (rows.isEmpty() || rows.getLast().position() != position) {
            throw Problem.of(
                    ProblemCode.NOT_FOUND,
                    "Expected an erasure of the person at " + position + ", but there is none")
                .exception();
          }
          List<String> recipients =
              tables
                  .sql(RECIPIENTS)
                  .param("organisation", organisation.value())
                  .param("subjects", subjects)
                  .param("position", position)
                  .param("purposes", purposes(rows))
                  .query(String.class)
                  .list();
          return certificate(subject, joined, rows, recipients);
        });
  }

  private static String[] purposes(List<Row> rows) {
    return rows.stream().filter(Row::isErased).map(Row::purpose).distinct().toArray(String[]::new);
  }

  private static ErasureCertificate certificate(
      DataSubjectId subject, List<UUID> joined, List<Row> rows, List<String> recipients) {
    Row last = rows.getLast();
    return new ErasureCertificate(
        subject.value(),
        Stream.concat(Stream.of(subject.value()), joined.stream()).toList(),
        last.at(),
        last.reason(),
        last.actor(),
        rows.stream().flatMap(CertificateQueries::gone).toList(),
        kept(rows),
        recipients,
        rows.stream().map(Row::inBackupsUntil).max(LocalDate::compareTo).orElseThrow(),
        last.position());
  }

  private static Stream<GonePurpose> gone(Row row) {
    UUID key = row.keyId();
    return key == null
        ? Stream.of()
        : Stream.of(
            new GonePurpose(
                row.subjectId(),
                row.purpose(),
                row.fields(),
                key,
                row.at(),
                row.reason(),
                row.inBackupsUntil(),
                row.position()));
  }

  /** What was said to stay, and did not go later. */
  private static List<StayingPurpose> kept(List<Row> rows) {
    return rows.stream()
        .filter(row -> !row.isErased() && rows.stream().noneMatch(later -> ends(row, later)))
        .flatMap(
            row ->
                Stream.ofNullable(row.duty()).map(duty -> new StayingPurpose(row.purpose(), duty)))
        .distinct()
        .toList();
  }

  private static boolean ends(Row kept, Row later) {
    return later.isErased()
        && later.position() > kept.position()
        && later.purpose().equals(kept.purpose())
        && later.subjectId().equals(kept.subjectId());
  }

  private static Row row(ResultSet row) throws SQLException {
    String duty = row.getString("duty");
    return new Row(
        row.getObject("subject_id", UUID.class),
        row.getString("purpose"),
        SubjectQueries.strings(row, "fields").stream().map(PersonalField::valueOf).toList(),
        row.getObject("key_id", UUID.class),
        duty == null ? null : KeepingDuty.valueOf(duty),
        row.getObject("at", OffsetDateTime.class).toInstant(),
        ErasureReason.valueOf(row.getString("reason")),
        row.getObject("in_backups_until", LocalDate.class),
        row.getString("actor"),
        row.getLong("position"));
  }
}
