package org.counterfoil.query.audit.subject;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is kept of a person and why, and everything that happened to it.
 *
 * @param mergedInto as whom the person is known now; missing where it was not merged
 * @param joined who else is the same person and is told of here
 * @param fields what was captured, the newest first, gone or not
 * @param happened in the order of the log
 * @param position up to which the log is reflected
 */
public record SubjectTimeline(
    UUID subjectId,
    @Nullable UUID mergedInto,
    List<UUID> joined,
    List<CapturedField> fields,
    List<Happening> happened,
    long position) {}
