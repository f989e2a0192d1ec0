package org.counterfoil.command.lane;

import java.time.Duration;

/**
 * Under what an answer is kept.
 *
 * @param scope organisation and caller
 * @param key as the caller sent it
 * @param bodyHash keyed hash of the request's method, path and body, in hexadecimal
 */
public record IdempotencyKey(String scope, String key, String bodyHash) {

  /** How long an answer is kept. */
  public static final Duration LIFE = Duration.ofHours(24);
}
