package org.counterfoil.command.code;

import org.counterfoil.http.access.Secrets;

/** Codes for tests of other packages. */
public final class TestCodes {

  private TestCodes() {}

  /** Codes of the first key. */
  public static TicketCodes of(Secrets secrets) {
    return new TicketCodes(secrets, 1, 1);
  }
}
