package org.counterfoil.domain.privacy.subject;

/** Why data are kept but not used (Art. 18(1) GDPR). */
public enum RestrictionReason {
  /** The person says that they are wrong, (a). */
  ACCURACY_CONTESTED,
  /** They should not be there, and the person wants them kept, (b). */
  UNLAWFUL,
  /** The person needs them for legal claims, (c). */
  NEEDED_FOR_CLAIMS,
  /** The person objected, and it is not yet known who prevails, (d). */
  OBJECTION_PENDING
}
