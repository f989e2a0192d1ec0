package org.counterfoil.command.lane;

/**
 * Under what an answer is kept.
 *
 * @param scope organisation and caller
 * @param key as the caller sent it
 * @param bodyHash keyed hash of the request's method, path and body
 */
public record IdempotencyKey(String scope, String key, byte[] bodyHash) {

  @Override
  public boolean equals(Object other) {
    return other instanceof IdempotencyKey that && scope.equals(that.scope) && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return 31 * scope.hashCode() + key.hashCode();
  }
}
