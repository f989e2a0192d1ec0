package org.counterfoil.command.lane;

/**
 * What a caller is answered. Kept for 24 h where the caller sent an idempotency key, and therefore
 * free of secrets and personal data: a secret stands in it as a mark such as {@code
 * ${hold-secret:<id>}}, which is filled in when the answer is sent.
 *
 * @param status HTTP status, 2xx
 * @param body JSON, or empty
 */
public record Answer(int status, String body) {}
