package org.counterfoil.embedded;

import org.jspecify.annotations.Nullable;

/** PostgreSQL or Kafka did not start or stop as it should; the message names the cause. */
public final class EmbeddedServerException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  EmbeddedServerException(String message) {
    this(message, null);
  }

  EmbeddedServerException(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
