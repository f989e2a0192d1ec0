package org.counterfoil.command.lane;

/**
 * Under what an answer is kept.
 *
 * @param scope organisation and caller
 * @param key as the caller sent it
 * @param bodyHash keyed hash of the request's method, path and body, in hexadecimal
 */
public record IdempotencyKey(String scope, String key, String bodyHash) {}
