package org.counterfoil.query.audit.register;

import java.time.LocalDate;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.jspecify.annotations.Nullable;

/**
 * One field that is kept for one purpose.
 *
 * @param people of how many it is kept
 * @param firstEndsOn until when the first of them is kept
 * @param lastEndsOn until when the last is, if nothing more is heard of anybody
 */
public record DataMapLine(
    PersonalField field,
    String fieldIri,
    String purpose,
    @Nullable String purposeName,
    String lawfulBasis,
    long people,
    LocalDate firstEndsOn,
    LocalDate lastEndsOn) {}
