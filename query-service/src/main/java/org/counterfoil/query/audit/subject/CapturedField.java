package org.counterfoil.query.audit.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.jspecify.annotations.Nullable;

/**
 * One field that was captured for one purpose; never its value.
 *
 * @param fieldIri in the Data Privacy Vocabulary, as the two after it
 * @param purposeName as the purpose was called then
 * @param actor who recorded it, as {@code KIND:id}
 * @param isRectified whether it is a value that was put right, under the notice of the first
 * @param endedAt when the value went; missing while it is kept
 * @param endedPosition where that stands
 * @param erasureReason why it was erased, where it was
 */
public record CapturedField(
    UUID subjectId,
    UUID captureId,
    PersonalField field,
    String fieldIri,
    String purpose,
    @Nullable String purposeName,
    int purposeVersion,
    @Nullable String dpvPurposeIri,
    String lawfulBasis,
    String lawfulBasisIri,
    ShownNotice notice,
    CaptureDoor door,
    @Nullable UUID orderId,
    @Nullable UUID ticketId,
    String actor,
    boolean isRectified,
    Instant capturedAt,
    long position,
    Kept retention,
    FieldState state,
    @Nullable Instant endedAt,
    @Nullable Long endedPosition,
    @Nullable ErasureReason erasureReason) {

  /** How it stands. */
  public enum FieldState {
    HELD,
    /** The person told it again. */
    REPLACED,
    /** It was put right. */
    RECTIFIED,
    /** Its key is destroyed. */
    ERASED
  }

  /**
   * Until when it is kept.
   *
   * @param period in ISO 8601
   * @param startedOn from which day it counts, as far as is known; missing where it is not kept
   * @param endsOn the last day; missing where it is not kept
   */
  public record Kept(
      RetentionStart startsAt,
      String period,
      @Nullable LocalDate startedOn,
      @Nullable LocalDate endsOn) {}
}
