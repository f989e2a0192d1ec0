package org.counterfoil.embedded;

import org.apache.kafka.common.utils.Exit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Kafka does when it thinks its process must end, for example because its disk is full. In a
 * process of its own that is right; in ours it would take PostgreSQL and the services with it. Here
 * the broker's thread ends with an exception, and clients see a broker that does not answer.
 */
final class KafkaProcedures {
  private static final Logger log = LoggerFactory.getLogger(KafkaProcedures.class);

  private KafkaProcedures() {}

  /** For this whole JVM; may be repeated. */
  static void install() {
    Exit.setExitProcedure(KafkaProcedures::refuse);
    Exit.setHaltProcedure(KafkaProcedures::refuse);
  }

  private static void refuse(int status, @Nullable String message) {
    String reason = message == null ? "no reason given" : message;
    log.error("Kafka asked to end the process with status {}: {}", status, reason);
    throw new IllegalStateException("Kafka failed with status " + status + ": " + reason);
  }
}
