package org.counterfoil.standalone.backup;

/** A backup could not be made or restored; the message says why, and nothing was changed. */
final class BackupFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BackupFailure(String message) {
    super(message);
  }
}
