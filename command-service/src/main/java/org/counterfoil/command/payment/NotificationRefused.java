package org.counterfoil.command.payment;

/** A notification that is not believed, or not understood. */
public final class NotificationRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final boolean isForged;

  private NotificationRefused(String message, boolean isForged) {
    super(message, null, false, false);
    this.isForged = isForged;
  }

  /** It is not signed by the provider, or not lately. */
  public static NotificationRefused forged(String message) {
    return new NotificationRefused(message, true);
  }

  /** It is signed, but says nothing that is known. */
  public static NotificationRefused unintelligible(String message) {
    return new NotificationRefused(message, false);
  }

  public boolean isForged() {
    return isForged;
  }
}
