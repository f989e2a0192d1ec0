package org.counterfoil.query.audit.register;

/**
 * What protects personal data in Counterfoil, whoever the controller is (Art. 30(1)(g), 30(2)(d)
 * and 32(1) GDPR). An organisation adds what it does around it.
 */
public enum SecurityMeasure {
  /** AES-256-GCM, a key for each person and purpose; the master key outside the database. */
  ENCRYPTION("Encryption"),
  /** Everything but the vault knows people by ids that lead nowhere. */
  PSEUDONYMISATION("Pseudonymisation"),
  /** A role for each kind of work, at the door of every page and call. */
  ACCESS_CONTROL("AccessControlMethod"),
  /** The database's own roles: who reads the books cannot read this, and the reverse. */
  SEPARATION("DataSecurityManagement"),
  /** Every reading of a value, and of what is recorded of people, is recorded first. */
  ACCESS_RECORDS("ActivityMonitoring"),
  /** The log is signed and cannot be changed without being found out. */
  INTEGRITY("HashFunctions"),
  /** Keys are destroyed at the end of each retention period, and go from backups in days. */
  ERASURE("DataErasurePolicy");

  private final String term;

  SecurityMeasure(String term) {
    this.term = term;
  }

  public String iri() {
    return "https://w3id.org/dpv#" + term;
  }
}
