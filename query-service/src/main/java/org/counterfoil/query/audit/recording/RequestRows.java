package org.counterfoil.query.audit.recording;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.DataSubjectId;
import org.counterfoil.domain.privacy.IdentityCheck;
import org.counterfoil.domain.privacy.RequestKind;
import org.counterfoil.domain.privacy.RightsRequest;
import org.counterfoil.domain.privacy.RightsRequestEvent;
import org.counterfoil.domain.privacy.RightsRequestEvent.IdentityChecked;
import org.counterfoil.domain.privacy.RightsRequestEvent.RequestAnswered;
import org.counterfoil.domain.privacy.RightsRequestEvent.RequestExtended;
import org.counterfoil.domain.privacy.RightsRequestEvent.RequestReceived;
import org.counterfoil.domain.privacy.RightsRequestEvent.RequestRefused;
import org.counterfoil.domain.privacy.RightsRequestId;
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
        change(checked, "identity_check = ?", checked.identityCheck().name());
      }
      case RequestExtended extended -> {
        written.run();
        change(extended, "extension = ?, due_on = ?", extended.ground().name(), extended.dueOn());
      }
      case RequestRefused refused -> {
        written.run();
        change(
            refused,
            "refusal = ?, state = 'REFUSED', closed_at = ?",
            refused.ground().name(),
            Timestamp.from(moment.at()));
      }
      case RequestAnswered answered -> {
        written.run();
        change(answered, "state = 'ANSWERED', closed_at = ?", Timestamp.from(moment.at()));
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
    received
        .subjects()
        .forEach(
            subject -> rows.add("request_subject", new SubjectRow(received.requestId(), subject)));
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
