package org.counterfoil.domain.privacy.request;

import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestReceived;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.jspecify.annotations.Nullable;

/** The state of a request by which a person exercises a right. */
public final class RightsRequest {

  /** How far it is. */
  public enum State {
    OPEN,
    REFUSED,
    ANSWERED
  }

  @Nullable RequestReceived received;
  IdentityCheck identityCheck = IdentityCheck.PENDING;
  @Nullable LocalDate dueOn;
  boolean isExtended;
  State state = State.OPEN;

  /** What was asked; missing where nothing was. */
  public @Nullable RequestReceived received() {
    return received;
  }

  /** Whose data it is about. */
  public List<DataSubjectId> subjects() {
    return received == null ? List.of() : received.subjects();
  }

  public IdentityCheck identityCheck() {
    return identityCheck;
  }

  /** The last day for the answer; missing where nothing was asked. */
  public @Nullable LocalDate dueOn() {
    return dueOn;
  }

  public boolean isExtended() {
    return isExtended;
  }

  public State state() {
    return state;
  }
}
