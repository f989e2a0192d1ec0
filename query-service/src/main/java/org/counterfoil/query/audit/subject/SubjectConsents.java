package org.counterfoil.query.audit.subject;

import java.util.List;
import java.util.UUID;

/**
 * A person's consents as they stood.
 *
 * @param asOf the moment or position that was asked for; {@code now} where none was
 * @param position up to which the log is reflected
 */
public record SubjectConsents(
    UUID subjectId, String asOf, List<ConsentState> consents, long position) {}
