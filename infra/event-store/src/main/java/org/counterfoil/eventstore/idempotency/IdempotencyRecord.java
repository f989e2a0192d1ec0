package org.counterfoil.eventstore.idempotency;

import java.time.Instant;

/**
 * An answer that was given to a request with a key.
 *
 * @param scope organisation and caller
 * @param key as the caller sent it
 * @param bodyHash keyed hash of the request, in hexadecimal
 * @param status HTTP status
 * @param answer the body; may be empty, free of secrets and personal data
 * @param position the log position that was answered
 * @param expiresAt from when on (inclusive) it is as if it had never been
 */
public record IdempotencyRecord(
    String scope,
    String key,
    String bodyHash,
    int status,
    String answer,
    long position,
    Instant recordedAt,
    Instant expiresAt) {}
