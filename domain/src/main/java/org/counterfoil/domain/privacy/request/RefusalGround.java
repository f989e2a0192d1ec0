package org.counterfoil.domain.privacy.request;

/** Why a request is not followed (Art. 12(4) and (5), 11(2) GDPR). */
public enum RefusalGround {
  /** Who asks could not be made sure of. */
  IDENTITY_NOT_PROVEN,
  MANIFESTLY_UNFOUNDED,
  EXCESSIVE,
  /** The right does not apply here, such as portability to what rests on a law. */
  RIGHT_DOES_NOT_APPLY,
  /** It would take from the rights of others. */
  RIGHTS_OF_OTHERS
}
