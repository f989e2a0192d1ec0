package org.counterfoil.command.exchange;

import org.counterfoil.domain.Rejection;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.http.problem.Violation;

/** Why a request was refused before it became a command. */
public enum RequestRejection implements Rejection {
  /** The contract has it; this version does not, and does not act as if. */
  NOT_YET_OFFERED(Kind.INVALID),
  /** Personal data are refused where they are not asked for, or nobody says what for. */
  PERSONAL_DATA_NOT_TAKEN(Kind.INVALID),
  HOLD_REPEATED(Kind.INVALID),
  UNKNOWN_PROVIDER(Kind.INVALID),
  CHANNEL_NOT_ALLOWED(Kind.FORBIDDEN),
  /** Only a sales channel vouches for who its buyers are. */
  BUYER_KEY_NOT_ALLOWED(Kind.FORBIDDEN),
  METHOD_NEEDS_ROLE(Kind.FORBIDDEN),
  VENUE_NOT_SHARED(Kind.FORBIDDEN),
  /** The token is forged, of another performance, or another visitor's. */
  ADMISSION_INVALID(Kind.FORBIDDEN),
  METHOD_NOT_ACCEPTED(Kind.CONFLICT),
  /** A sales channel handles the money of what it sold on its organisation's own account. */
  NOT_SOLD_BY_AGENT(Kind.CONFLICT),
  ADMISSION_EXPIRED(Kind.CONFLICT),
  /** Nobody's books fill with money that it did not agree to take. */
  AGENT_HAS_NOT_AGREED(Kind.CONFLICT),
  /** What only exists to rehearse with is neither copied nor paid with money. */
  PERFORMANCE_IS_TRAINING(Kind.CONFLICT),
  /** The provider is for training only, and the performance is not. */
  PROVIDER_FOR_TRAINING_ONLY(Kind.CONFLICT);

  private final Kind kind;

  RequestRejection(Kind kind) {
    this.kind = kind;
  }

  @Override
  public Kind kind() {
    return kind;
  }

  @Override
  public boolean retryable() {
    return false;
  }

  /** The refusal, naming the field. */
  public ProblemException because(String field, String detail) {
    return Problem.refused(this, detail)
        .withViolations(java.util.List.of(new Violation(field, detail)))
        .exception();
  }
}
