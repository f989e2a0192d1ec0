package org.counterfoil.query.audit.lists;

import java.util.List;
import java.util.UUID;

/**
 * A person whose data came in, changed, went or were read in a window.
 *
 * @param fields which were captured, put right or read
 * @param purposes for which
 * @param touches how: CAPTURED, RECTIFIED, ERASED, DISCLOSED
 */
public record TouchedSubject(
    UUID subjectId, List<String> fields, List<String> purposes, List<String> touches) {}
