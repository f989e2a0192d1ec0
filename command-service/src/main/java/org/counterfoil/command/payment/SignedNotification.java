package org.counterfoil.command.payment;

import org.jspecify.annotations.Nullable;

/**
 * A notification as it came.
 *
 * @param body as it was sent: a signature is of exactly this text
 */
public record SignedNotification(Headers headers, String body) {

  /** The headers it came with; each provider signs in another. */
  @FunctionalInterface
  public interface Headers {
    /** The header's first value, or nothing. */
    @Nullable String first(String name);
  }
}
