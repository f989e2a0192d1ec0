package org.counterfoil.query.audit.recording;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataRectified;
import org.counterfoil.domain.seathold.TicketId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Which field of whom is kept why, and until when it was. */
final class CaptureRows {

  private static final String TABLE = "capture";

  /** Fields that were told again: each ends with the first capture after it. */
  private static final String REPLACE =
      """
      update capture c set ending = 'REPLACED', ended_position = later.position,
        ended_at = later.captured_at
      from (
        select distinct on (earlier.capture_id, earlier.field)
          earlier.capture_id, earlier.field, newer.position, newer.captured_at
        from capture newer
        join capture earlier on earlier.subject_id = newer.subject_id
          and earlier.purpose = newer.purpose and earlier.field = newer.field
          and earlier.position < newer.position and earlier.ended_position is null
        where newer.subject_id = any (cast(? as uuid[])) and newer.position >= ?
        order by earlier.capture_id, earlier.field, newer.position) later
      where c.capture_id = later.capture_id and c.field = later.field
      """;

  /** Why and under which notice stays as it was. */
  private static final String RECTIFY =
      """
      insert into capture
      select ?, field, organisation_id, subject_id, key_id, purpose, purpose_version, lawful_basis,
        retention_start, retention_period, notice_version_id, notice_hash, ?, order_id, ticket_id,
        true, ?, ?, ?, null, null, null, null, null
      from capture
      where subject_id = ? and purpose = ? and field = any (?) and ended_position is null
      """;

  private static final String END_RECTIFIED =
      """
      update capture set ending = 'RECTIFIED', ended_position = ?, ended_at = ?
      where subject_id = ? and purpose = ? and field = any (?) and ended_position is null
        and position < ?
      """;

  private static final String ERASE =
      """
      update capture set ending = 'ERASED', ended_position = ?, ended_at = ?
      where subject_id = ? and purpose = ? and ended_position is null
      """;

  private record CaptureRow(
      CaptureId captureId,
      PersonalField field,
      OrganisationId organisationId,
      DataSubjectId subjectId,
      DataKeyId keyId,
      PurposeKey purpose,
      int purposeVersion,
      LawfulBasis lawfulBasis,
      RetentionStart retentionStart,
      RetentionPeriod retentionPeriod,
      NoticeVersionId noticeVersionId,
      NoticeHash noticeHash,
      CaptureDoor door,
      @Nullable OrderId orderId,
      @Nullable TicketId ticketId,
      boolean isRectified,
      String actor,
      long position,
      Instant capturedAt) {}

  private final NewRows rows;
  private final JdbcClient tables;
  private final Set<String> subjects = new HashSet<>();
  private long first = Long.MAX_VALUE;

  CaptureRows(NewRows rows, JdbcClient tables) {
    this.rows = rows;
    this.tables = tables;
  }

  void add(PersonalDataCaptured captured, Moment moment) {
    subjects.add(captured.subjectId().toString());
    first = Math.min(first, moment.position());
    for (PersonalField field : captured.fields()) {
      rows.add(
          TABLE,
          new CaptureRow(
              captured.captureId(),
              field,
              captured.organisationId(),
              captured.subjectId(),
              captured.keyId(),
              captured.purpose(),
              captured.purposeVersion(),
              captured.lawfulBasis(),
              captured.retention().startsAt(),
              captured.retention().period(),
              captured.noticeVersionId(),
              captured.noticeHash(),
              captured.door(),
              captured.orderId(),
              captured.ticketId(),
              false,
              moment.actor(),
              moment.position(),
              moment.at()));
    }
  }

  /** Ends what was replaced by captures that are written now. */
  void replace() {
    if (!subjects.isEmpty()) {
      tables.sql(REPLACE).param(subjects.toArray(String[]::new)).param(first).update();
      subjects.clear();
      first = Long.MAX_VALUE;
    }
  }

  /** Puts fields right; everything before is written. */
  void rectify(PersonalDataRectified rectified, Moment moment) {
    String[] fields = rectified.fields().stream().map(Enum::name).toArray(String[]::new);
    Timestamp at = Timestamp.from(moment.at());
    UUID subject = rectified.subjectId().value();
    String purpose = rectified.purpose().value();
    int made =
        tables
            .sql(RECTIFY)
            .params(
                rectified.captureId().value(),
                rectified.door().name(),
                moment.actor(),
                moment.position(),
                at,
                subject,
                purpose,
                fields)
            .update();
    if (made != fields.length) {
      throw new IllegalStateException(
          "Expected " + fields.length + " fields that are kept, but found " + made);
    }
    tables
        .sql(END_RECTIFIED)
        .params(moment.position(), at, subject, purpose, fields, moment.position())
        .update();
  }

  /** Ends what a key opened; everything before is written. */
  void erase(DataSubjectId subject, PurposeKey purpose, Moment moment) {
    tables
        .sql(ERASE)
        .params(moment.position(), Timestamp.from(moment.at()), subject.value(), purpose.value())
        .update();
  }
}
