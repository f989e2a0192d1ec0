package org.counterfoil.query.audit.lists;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.privacy.request.IdentityCheck;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.request.RightsRequest;
import org.jspecify.annotations.Nullable;

/**
 * A request by which somebody exercises a right.
 *
 * @param receivedOn from which the month counts
 * @param dueOn the last day for the answer
 * @param isOverdue whether it is open and that day is over
 * @param isLate whether it was answered or refused after that day, which stays so
 * @param extension why the answer takes longer, where it does
 * @param refusal why it is not followed, where it is not
 */
public record ListedRequest(
    UUID requestId,
    RequestKind kind,
    List<UUID> subjects,
    IdentityCheck identityCheck,
    LocalDate receivedOn,
    LocalDate dueOn,
    boolean isOverdue,
    boolean isLate,
    RightsRequest.State state,
    @Nullable String extension,
    @Nullable String refusal,
    @Nullable Instant closedAt,
    String actor,
    long position) {}
