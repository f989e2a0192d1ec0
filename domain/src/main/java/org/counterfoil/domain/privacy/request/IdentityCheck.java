package org.counterfoil.domain.privacy.request;

/** How it was made sure that who asks is who it is about (Art. 12(6) GDPR). */
public enum IdentityCheck {
  /** Nothing gave reason for doubt. */
  NO_DOUBT,
  /** It has the secret of an order, or a link that was sent to its address. */
  LINK_OR_SECRET,
  /** It answered from the address that is kept. */
  ANSWERED_FROM_ADDRESS,
  /** A document was seen; nothing of it was kept. */
  DOCUMENT_SEEN,
  /** Staff know the person. */
  KNOWN_TO_STAFF,
  /** It is not sure yet. */
  PENDING
}
