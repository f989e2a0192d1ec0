package org.counterfoil.domain.performance;

/**
 * What is to be shown at the door with a ticket of a price type. A published list: nothing is
 * written down of who shows it, and a ticket says no more about its holder than its price does.
 * What else gives a right, a disability or a low income, is {@link #ENTITLEMENT}: no document names
 * it.
 */
public enum Proof {
  /** Of age: an identity document with a date of birth. */
  AGE,
  /** Of being a student or an apprentice. */
  STUDENT,
  /** Of being a member or a subscriber. */
  MEMBERSHIP,
  /** Of where one lives. */
  RESIDENCE,
  /** Of being in a profession. */
  PROFESSION,
  /** Of the right to this price, whatever it comes from. */
  ENTITLEMENT
}
