package org.counterfoil.command.lane;

/**
 * The batch could not be committed: every command of it, refused ones included, is to be retried.
 */
public final class StoreUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public StoreUnavailable(String message, Throwable cause) {
    super(message, cause);
  }
}
