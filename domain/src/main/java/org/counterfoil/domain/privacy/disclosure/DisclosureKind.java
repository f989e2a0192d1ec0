package org.counterfoil.domain.privacy.disclosure;

/** How personal data were read. */
public enum DisclosureKind {
  /** People were looked for. */
  SEARCH,
  /** One person's data were shown. */
  VIEW,
  /** All of one person were taken out. */
  EXPORT,
  /** A list of people was taken out. */
  LIST
}
