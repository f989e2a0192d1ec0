package org.counterfoil.query.audit.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.privacy.subject.ErasureReason;

/**
 * What was kept of one person for one purpose, and erased itself.
 *
 * @param reason that its time was over, or that it was never confirmed
 * @param keyId the key that was destroyed
 * @param inBackupsUntil the day on which the last backup that may hold the key is gone
 */
public record EndedRetention(
    UUID subjectId,
    String purpose,
    List<String> fields,
    ErasureReason reason,
    UUID keyId,
    Instant endedAt,
    LocalDate inBackupsUntil,
    long position) {}
