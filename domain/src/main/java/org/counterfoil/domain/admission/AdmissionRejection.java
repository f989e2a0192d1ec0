package org.counterfoil.domain.admission;

import org.counterfoil.domain.Rejection;

/** Why a command at a door was refused; not letting somebody in is no refusal, but recorded. */
public enum AdmissionRejection implements Rejection {
  /** The scan is being recorded by somebody else right now; asked again, it is answered. */
  SCAN_KNOWN;

  @Override
  public Kind kind() {
    return Kind.CONFLICT;
  }

  @Override
  public boolean retryable() {
    return true;
  }
}
