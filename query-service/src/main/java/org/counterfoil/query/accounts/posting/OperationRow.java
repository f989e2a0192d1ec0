package org.counterfoil.query.accounts.posting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.counterfoil.domain.accounting.OperationKind;
import org.jspecify.annotations.Nullable;

/** Something that happened to the books. */
record OperationRow(
    UUID organisationId,
    boolean isTraining,
    long number,
    OperationKind kind,
    long position,
    Instant recordedAt,
    LocalDate businessDay,
    LocalDate taxDay,
    boolean isLate,
    @Nullable UUID performanceId,
    @Nullable UUID orderId,
    String actor,
    UUID cause,
    int tickets,
    long salesMinor,
    long cashMinor,
    long receivablesMinor,
    long settledMinor,
    @Nullable Long entryNumber) {}
