package org.counterfoil.domain.admission;

/** Why somebody is not to be let in, in order of precedence. */
public enum RefusalReason {
  /** It is none of our codes. */
  UNKNOWN_CODE,
  /** It looks like one, and was not signed by us. */
  FORGED,
  /** The ticket is of a performance that this gate does not admit to. */
  WRONG_PERFORMANCE,
  /** The performance is for training: nobody comes. */
  TRAINING,
  /** The ticket was voided: refunded, exchanged or withdrawn. */
  VOIDED,
  /** The ticket was given to another holder, and this is a code from before. */
  TRANSFERRED,
  /** The ticket was reissued, and this is an older code of it. */
  REISSUED,
  /** Doors are not open yet. */
  NOT_YET_OPEN,
  /** The performance is over. */
  OVER,
  /** Somebody was let in with this ticket before. */
  ALREADY_ADMITTED
}
