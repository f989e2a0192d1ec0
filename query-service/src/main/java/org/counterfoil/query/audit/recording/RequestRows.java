package org.counterfoil.query.audit.recording;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.request.IdentityCheck;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.request.RightsRequest;
import org.counterfoil.domain.privacy.request.RightsRequestEvent;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.IdentityChecked;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestAnswered;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestExtended;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestReceived;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestRefused;
import org.counterfoil.domain.privacy.request.RightsRequestId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** By which people exercise their rights, and until when each must be answered. */
final class RequestRows {

  private record RequestRow(
      RightsRequestId requestId,
      OrganisationId organisationId,
      RequestKind kind,
      IdentityCheck identityCheck,
      LocalDate receivedOn,
      LocalDate dueOn,
      RightsRequest.State state,
      String actor,
      long position,
      Instant loggedAt) {}

  private record StepRow(
      long position,
      RightsRequestId requestId,
      RequestStep step,
      @Nullable String code,
      String actor,
      Instant at) {}

  private record SubjectRow(RightsRequestId requestId, DataSubjectId subjectId) {}

  private final NewRows rows;
  private final JdbcClient tables;

  RequestRows(NewRows rows, JdbcClient tables) {
    this.rows = rows;
    this.tables = tables;
  }

  /**
   * Takes an event in.
   *
   * @param written writes everything that was collected before
   */
  void apply(RightsRequestEvent event, Moment moment, Runnable written) {
    switch (event) {
      case RequestReceived received -> receive(received, moment);
      case IdentityChecked checked -> {
        written.run();
        String check = checked.identityCheck().name();
        change(checked, "identity_check = ?", check);
        step(checked, RequestStep.IDENTITY_CHECKED, check, moment);
      }
      case RequestExtended extended -> {
        written.run();
        String ground = extended.ground().name();
        change(extended, "extension = ?, due_on = ?", ground, extended.dueOn());
        step(extended, RequestStep.REQUEST_EXTENDED, ground, moment);
      }
      case RequestRefused refused -> {
        written.run();
        change(
            refused,
            "refusal = ?, state = 'REFUSED', closed_at = ?",
            refused.ground().name(),
            Timestamp.from(moment.at()));
        step(refused, RequestStep.REQUEST_REFUSED, refused.ground().name(), moment);
      }
      case RequestAnswered answered -> {
        written.run();
        change(answered, "state = 'ANSWERED', closed_at = ?", Timestamp.from(moment.at()));
        step(answered, RequestStep.REQUEST_ANSWERED, null, moment);
      }
    }
  }

  private void receive(RequestReceived received, Moment moment) {
    rows.add(
        "request",
        new RequestRow(
            received.requestId(),
            received.organisationId(),
            received.kind(),
            received.identityCheck(),
            received.receivedOn(),
            received.dueOn(),
            RightsRequest.State.OPEN,
            moment.actor(),
            moment.position(),
            moment.at()));
    step(received, RequestStep.REQUEST, received.kind().name(), moment);
    received
        .subjects()
        .forEach(
            subject -> rows.add("request_subject", new SubjectRow(received.requestId(), subject)));
  }

  private void step(
      RightsRequestEvent event, RequestStep step, @Nullable String code, Moment moment) {
    rows.add(
        "request_step",
        new StepRow(moment.position(), event.requestId(), step, code, moment.actor(), moment.at()));
  }

  private void change(RightsRequestEvent event, String columns, Object... values) {
    JdbcClient.StatementSpec update =
        tables.sql("update request set " + columns + " where request_id = ?");
    for (Object value : values) {
      update = update.param(value);
    }
    if (update.param(event.requestId().value()).update() != 1) {
      throw new IllegalStateException(
          "Expected request " + event.requestId() + " to be there, but it is not");
    }
  }
}
