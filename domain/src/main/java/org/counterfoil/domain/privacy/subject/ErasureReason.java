package org.counterfoil.domain.privacy.subject;

/** Why personal data went (Art. 17(1) GDPR). */
public enum ErasureReason {
  /** The person asked. */
  REQUEST,
  /** What they were for is over. */
  NO_LONGER_NEEDED,
  /** Consent was withdrawn, and nothing else allows to keep them. */
  CONSENT_WITHDRAWN,
  /** The person objected, and nothing overrides it. */
  OBJECTION,
  /** Their retention period was over. */
  RETENTION_ENDED,
  /** Whoever has the address never confirmed that it was who typed it. */
  NOT_CONFIRMED,
  /** They should not have been captured. */
  UNLAWFUL;

  /** Whether somebody asks for it; what is no longer to be kept, the system finds by itself. */
  public boolean isAsked() {
    return switch (this) {
      case REQUEST, NO_LONGER_NEEDED, CONSENT_WITHDRAWN, OBJECTION, UNLAWFUL -> true;
      case RETENTION_ENDED, NOT_CONFIRMED -> false;
    };
  }
}
