package org.counterfoil.vault;

/** The vault or its master key could not be asked. Nothing is known of what it holds: try again. */
public final class VaultUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VaultUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
