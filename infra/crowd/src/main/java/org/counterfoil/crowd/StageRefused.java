package org.counterfoil.crowd;

/** A rehearsal could not be set up: what was asked for was refused. */
public final class StageRefused extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;
  private final String code;

  StageRefused(int status, String code, String path) {
    super("Expected " + path + " to be accepted, but it was refused: " + status + " " + code);
    this.status = status;
    this.code = code;
  }

  /** The HTTP status. */
  public int status() {
    return status;
  }

  /** The code of the refusal. */
  public String code() {
    return code;
  }
}
