package org.counterfoil.query.audit.lists;

import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.privacy.imports.ImportFigures;

/**
 * A file of people that was brought in.
 *
 * @param importId under which each person's origin is recorded
 * @param source the system that it was exported from
 * @param exportedAt when
 * @param at when it was brought in
 * @param actor who brought it in, as {@code KIND:id}
 */
public record ListedImport(
    long position,
    Instant at,
    UUID importId,
    String source,
    Instant exportedAt,
    ImportFigures figures,
    String actor) {}
