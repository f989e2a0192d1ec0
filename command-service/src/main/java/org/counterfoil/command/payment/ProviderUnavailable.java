package org.counterfoil.command.payment;

/** A provider did not answer, or not as it should; the call may be repeated. */
public final class ProviderUnavailable extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ProviderUnavailable(String message, Throwable cause) {
    super(message, cause);
  }

  public ProviderUnavailable(String message) {
    super(message);
  }
}
