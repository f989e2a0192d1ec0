package org.counterfoil.query.audit.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.jspecify.annotations.Nullable;

/**
 * One field that was captured.
 *
 * @param endsOn the last day on which it is kept; missing where it is not kept any more
 * @param ending why it is not: REPLACED, RECTIFIED or ERASED
 */
public record ListedCapture(
    UUID subjectId,
    UUID captureId,
    PersonalField field,
    String purpose,
    String lawfulBasis,
    UUID noticeVersionId,
    CaptureDoor door,
    @Nullable UUID orderId,
    String actor,
    Instant capturedAt,
    long position,
    @Nullable LocalDate endsOn,
    @Nullable String ending) {}
