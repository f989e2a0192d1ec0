package org.counterfoil.domain.order;

/**
 * Why money that was received was taken back; a closed list, which says of nobody how well he is
 * off.
 */
public enum TakenBackReason {
  /** The cheque, or the debit, came back unpaid. */
  UNPAID,
  /** Who had given it forbade to pay it. */
  STOPPED,
  /** Who had paid disputes it. */
  DISPUTED,
  /** Somebody else paid than whose money it was. */
  FRAUD
}
