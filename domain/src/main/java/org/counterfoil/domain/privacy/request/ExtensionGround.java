package org.counterfoil.domain.privacy.request;

/** Why an answer takes longer (Art. 12(3) GDPR). */
public enum ExtensionGround {
  COMPLEX,
  MANY_REQUESTS
}
