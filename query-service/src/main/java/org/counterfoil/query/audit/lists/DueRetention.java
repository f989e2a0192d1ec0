package org.counterfoil.query.audit.lists;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.privacy.register.RetentionStart;

/**
 * What is kept of one person for one purpose, and until when.
 *
 * @param startedOn the day that the period counts from, as far as is known
 * @param endsOn the last day on which it may be kept; it goes on the day after
 * @param isDue whether that is over
 */
public record DueRetention(
    UUID subjectId,
    String purpose,
    List<String> fields,
    RetentionStart startsAt,
    String period,
    LocalDate startedOn,
    LocalDate endsOn,
    boolean isDue) {}
