package org.counterfoil.command.exchange;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;

/**
 * Idempotency keys whose first request is running in this process. Between processes the store's
 * unique key has the last word: the later one answers what the first one did.
 */
final class KeysInUse {

  private final Set<String> running = ConcurrentHashMap.newKeySet();

  /** Takes the key until the result is closed; one that is taken is answered {@code IN_FLIGHT}. */
  Use take(String scope, String key) {
    String taken = scope + '\n' + key;
    if (!running.add(taken)) {
      throw Problem.of(
              ProblemCode.IN_FLIGHT,
              "Expected the first request with this Idempotency-Key to have ended, but it runs")
          .exception();
    }
    return () -> running.remove(taken);
  }

  /** A key that is taken. */
  interface Use extends AutoCloseable {
    @Override
    void close();
  }
}
