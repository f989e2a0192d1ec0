package org.counterfoil.vault;

import org.jspecify.annotations.Nullable;

/** The vault or its master key could not be asked. Nothing is known of what it holds: try again. */
public final class VaultUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /**
   * @param cause missing where it was never set up
   */
  public VaultUnavailable(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
