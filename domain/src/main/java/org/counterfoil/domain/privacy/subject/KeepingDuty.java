package org.counterfoil.domain.privacy.subject;

/** Why something stays although its erasure was asked for (Art. 17(3) GDPR). */
public enum KeepingDuty {
  /** A law asks for it, Art. 17(3)(b). */
  LEGAL_OBLIGATION,
  /** It is needed for legal claims, Art. 17(3)(e). */
  CLAIMS,
  /** A task in the public interest needs it, Art. 17(3)(b). */
  PUBLIC_TASK
}
