package org.counterfoil.vault;

import org.jspecify.annotations.Nullable;

/**
 * The vault holds something else than the log says: a value is missing, was moved to another field,
 * person or organisation, or was changed. That is an error, and never told as an erasure.
 */
public final class VaultDamaged extends RuntimeException {

  private static final long serialVersionUID = 1L;

  VaultDamaged(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
