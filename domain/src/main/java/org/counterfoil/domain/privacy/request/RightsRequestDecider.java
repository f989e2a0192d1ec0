package org.counterfoil.domain.privacy.request;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.AnswerRequest;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.CheckIdentity;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.ExtendRequest;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.ReceiveRequest;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.RefuseRequest;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.IdentityChecked;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestAnswered;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestExtended;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestReceived;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestRefused;

/** Decides about requests by which people exercise their rights. */
public final class RightsRequestDecider
    implements Decider<RightsRequestCommand, RightsRequest, RightsRequestEvent> {

  @Override
  public Decision<RightsRequestEvent> decide(
      RightsRequestCommand command, RightsRequest state, Instant now) {
    if (command instanceof ReceiveRequest receive) {
      return receive(receive, state);
    }
    if (state.received == null
        || !state.received.organisationId().equals(command.organisationId())) {
      return Decision.reject(
          PrivacyRejection.UNKNOWN_REQUEST,
          "Expected a request of the organisation, but " + command.requestId() + " is none");
    }
    return switch (command) {
      case ReceiveRequest receive -> receive(receive, state);
      case CheckIdentity check ->
          state.state != RightsRequest.State.OPEN
              ? closed(state)
              : state.identityCheck == check.identityCheck()
                  ? Decision.accept()
                  : Decision.accept(
                      new IdentityChecked(
                          check.requestId(), check.organisationId(), check.identityCheck()));
      case ExtendRequest extend -> extend(extend, state);
      case RefuseRequest refuse -> refuse(refuse, state);
      case AnswerRequest answer -> answer(answer, state);
    };
  }

  private static Decision<RightsRequestEvent> receive(ReceiveRequest receive, RightsRequest state) {
    if (state.received != null) {
      return Decision.accept();
    }
    if (Set.copyOf(receive.subjects()).size() < receive.subjects().size()) {
      return Decision.reject(
          PrivacyRejection.SUBJECT_REPEATED, "Expected each person once, but one repeats");
    }
    if (receive.receivedOn().isAfter(receive.today())) {
      return Decision.reject(
          PrivacyRejection.RECEIVED_IN_THE_FUTURE,
          "Expected a request that came, but " + receive.receivedOn() + " is yet to come");
    }
    return Decision.accept(
        new RequestReceived(
            receive.requestId(),
            receive.organisationId(),
            receive.subjects(),
            receive.kind(),
            receive.identityCheck(),
            receive.receivedOn(),
            receive.dueOn()));
  }

  private static Decision<RightsRequestEvent> extend(ExtendRequest extend, RightsRequest state) {
    if (state.state != RightsRequest.State.OPEN) {
      return closed(state);
    }
    LocalDate dueOn = state.dueOn;
    if (state.isExtended) {
      return Decision.reject(
          PrivacyRejection.REQUEST_EXTENDED,
          "Expected a request that was not extended yet, but its answer is due on " + dueOn);
    }
    if (dueOn != null && extend.today().isAfter(dueOn)) {
      return Decision.reject(
          PrivacyRejection.REQUEST_OVERDUE,
          "Expected to be told within the first month, but the answer was due on " + dueOn);
    }
    return Decision.accept(
        new RequestExtended(
            extend.requestId(), extend.organisationId(), extend.ground(), extend.dueOn()));
  }

  private static Decision<RightsRequestEvent> refuse(RefuseRequest refuse, RightsRequest state) {
    return switch (state.state) {
      case OPEN ->
          Decision.accept(
              new RequestRefused(refuse.requestId(), refuse.organisationId(), refuse.ground()));
      case REFUSED -> Decision.accept();
      case ANSWERED -> closed(state);
    };
  }

  private static Decision<RightsRequestEvent> answer(AnswerRequest answer, RightsRequest state) {
    return switch (state.state) {
      case OPEN ->
          state.identityCheck == IdentityCheck.PENDING
              ? Decision.reject(
                  PrivacyRejection.IDENTITY_NOT_CHECKED,
                  "Expected to be sure of who asks, but that is still pending")
              : Decision.accept(new RequestAnswered(answer.requestId(), answer.organisationId()));
      case ANSWERED -> Decision.accept();
      case REFUSED -> closed(state);
    };
  }

  private static Decision<RightsRequestEvent> closed(RightsRequest state) {
    return Decision.reject(
        PrivacyRejection.REQUEST_CLOSED,
        "Expected a request that is open, but it is " + state.state);
  }

  @Override
  public void evolve(RightsRequest state, RightsRequestEvent event) {
    switch (event) {
      case RequestReceived received -> {
        state.received = received;
        state.identityCheck = received.identityCheck();
        state.dueOn = received.dueOn();
      }
      case IdentityChecked checked -> state.identityCheck = checked.identityCheck();
      case RequestExtended extended -> {
        state.isExtended = true;
        state.dueOn = extended.dueOn();
      }
      case RequestRefused refused -> state.state = RightsRequest.State.REFUSED;
      case RequestAnswered answered -> state.state = RightsRequest.State.ANSWERED;
    }
  }
}
