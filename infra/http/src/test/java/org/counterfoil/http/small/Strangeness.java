package org.counterfoil.http.small;

/** An exception of the service's own, which it translates. */
public final class Strangeness extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public Strangeness() {
    super("strange");
  }
}
