package org.counterfoil.domain.privacy.controller;

/** Why a transfer to a third country is allowed (Art. 45 to 49 GDPR). */
public enum TransferSafeguard {
  /** The Commission decided that the country protects data well enough, Art. 45. */
  ADEQUACY_DECISION,
  /** Standard contractual clauses, Art. 46(2)(c) and (d). */
  STANDARD_CLAUSES,
  /** Binding corporate rules, Art. 47. */
  BINDING_RULES,
  /** The person agreed to it, knowing the risks, Art. 49(1)(a). */
  EXPLICIT_CONSENT,
  /** A contract with the person, or in its interest, needs it, Art. 49(1)(b) and (c). */
  CONTRACT
}
