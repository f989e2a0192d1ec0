package org.counterfoil.command.privacy.rights;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.command.exchange.Answers;
import org.counterfoil.command.exchange.CurrentAnswer;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.subject.PeopleHistory;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.request.AnswerDue;
import org.counterfoil.domain.privacy.request.ExtensionGround;
import org.counterfoil.domain.privacy.request.IdentityCheck;
import org.counterfoil.domain.privacy.request.PublicHolidays;
import org.counterfoil.domain.privacy.request.RefusalGround;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.request.RightsRequest;
import org.counterfoil.domain.privacy.request.RightsRequestCommand;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.AnswerRequest;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.CheckIdentity;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.ExtendRequest;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.ReceiveRequest;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.RefuseRequest;
import org.counterfoil.domain.privacy.request.RightsRequestDecider;
import org.counterfoil.domain.privacy.request.RightsRequestEvent;
import org.counterfoil.domain.privacy.request.RightsRequestEvent.RequestReceived;
import org.counterfoil.domain.privacy.request.RightsRequestId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Requests by which people exercise their rights, each with the day its answer is due on. */
@RestController
@Tag(name = "Personal data")
final class RightsRequestEndpoint {

  private static final String REQUESTS = "/api/v1/privacy/{organisationId}/requests";
  private static final String REQUEST = REQUESTS + "/{requestId}";
  private static final RightsRequestDecider DECIDER = new RightsRequestDecider();
  private static final int MOST_SUBJECTS = 100;

  private final TimeOrderedIds ids;
  private final Directory directory;
  private final PeopleHistory history;
  private final EventLog log;
  private final CurrentAnswer current;
  private final Clock clock;

  RightsRequestEndpoint(
      TimeOrderedIds ids,
      Directory directory,
      PeopleHistory history,
      EventLog log,
      CurrentAnswer current,
      Clock clock) {
    this.ids = ids;
    this.directory = directory;
    this.history = history;
    this.log = log;
    this.current = current;
    this.clock = clock;
  }

  /**
   * A request that came.
   *
   * @param subjectIds all that are of the person; none where nobody was found yet
   * @param receivedAt the day, in the organisation's time zone; the month counts from here
   */
  record RequestWish(
      List<DataSubjectId> subjectIds,
      RequestKind kind,
      @Schema(example = "2026-01-31") LocalDate receivedAt,
      IdentityCheck identityCheck) {}

  /** Why the answer takes longer. */
  record Extension(ExtensionGround reasonCode) {}

  /** Why it is not followed. */
  record Refusal(RefusalGround reasonCode) {}

  /** How it was made sure who asks. */
  record Identity(IdentityCheck identityCheck) {}

  /**
   * A request as it stands.
   *
   * @param dueOn the last day for the answer
   */
  record RequestState(
      RightsRequestId requestId,
      RequestKind kind,
      List<DataSubjectId> subjectIds,
      LocalDate receivedOn,
      IdentityCheck identityCheck,
      LocalDate dueOn,
      boolean isExtended,
      RightsRequest.State state) {}

  @PostMapping(REQUESTS)
  @Operation(
      summary = "Log a request by which a person exercises a right",
      description =
          "Its answer is due a month later; where that is a Saturday, a Sunday or a public holiday,"
              + " on the next working day.")
  @ApiResponse(
      responseCode = "201",
      description = "Logged",
      content = @Content(schema = @Schema(implementation = RequestState.class)))
  ResponseEntity<byte[]> receive(
      @PathVariable OrganisationId organisationId,
      @RequestBody Sent<RequestWish> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    RequestWish wish = sent.value();
    if (wish.subjectIds().size() > MOST_SUBJECTS) {
      throw Problem.invalid("subjectIds", "Expected at most " + MOST_SUBJECTS + ", but more")
          .exception();
    }
    wish.subjectIds().forEach(id -> history.of(organisationId, id));
    OrganisationCreated organisation = directory.organisation(organisationId);
    RightsRequestId id = new RightsRequestId(ids.next());
    LocalDate due = due(organisation).on(wish.receivedAt(), false);
    return exchange
        .in(organisationId)
        .with(sent)
        .at("/api/v1/privacy/" + organisationId + "/requests/")
        .submit(
            new ReceiveRequest(
                id,
                organisationId,
                wish.subjectIds(),
                wish.kind(),
                wish.identityCheck(),
                wish.receivedAt(),
                today(organisation),
                due),
            events ->
                Answers.created(
                    new RequestState(
                        id,
                        wish.kind(),
                        wish.subjectIds(),
                        wish.receivedAt(),
                        wish.identityCheck(),
                        due,
                        false,
                        RightsRequest.State.OPEN)));
  }

  private static AnswerDue due(OrganisationCreated organisation) {
    return new AnswerDue(PublicHolidays.of(organisation.country()));
  }

  private LocalDate today(OrganisationCreated organisation) {
    return LocalDate.ofInstant(clock.instant(), organisation.timeZone());
  }

  @GetMapping(REQUEST)
  @Operation(summary = "A request as it stands")
  ResponseEntity<RequestState> state(
      @PathVariable OrganisationId organisationId,
      @PathVariable RightsRequestId requestId,
      Access access) {
    access.permit(organisationId);
    return current.of(() -> stateOf(organisationId, requestId));
  }

  @PostMapping(REQUEST + "/identity")
  @Operation(summary = "Record that it is sure now who asks")
  ResponseEntity<byte[]> identify(
      @PathVariable OrganisationId organisationId,
      @PathVariable RightsRequestId requestId,
      @RequestBody Sent<Identity> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    return submit(
        organisationId,
        requestId,
        new CheckIdentity(requestId, organisationId, sent.value().identityCheck()),
        exchange.with(sent));
  }

  @PostMapping(REQUEST + "/extension")
  @Operation(
      summary = "Take two months more, within the first, and tell the person why",
      description = "409 REQUEST_EXTENDED, REQUEST_OVERDUE.")
  ResponseEntity<byte[]> extend(
      @PathVariable OrganisationId organisationId,
      @PathVariable RightsRequestId requestId,
      @RequestBody Sent<Extension> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    OrganisationCreated organisation = directory.organisation(organisationId);
    RequestState state = stateOf(organisationId, requestId);
    return submit(
        organisationId,
        requestId,
        new ExtendRequest(
            requestId,
            organisationId,
            sent.value().reasonCode(),
            today(organisation),
            due(organisation).on(state.receivedOn(), true)),
        exchange.with(sent));
  }

  @PostMapping(REQUEST + "/refusal")
  @Operation(summary = "Do not follow it, and tell the person why and where to complain")
  ResponseEntity<byte[]> refuse(
      @PathVariable OrganisationId organisationId,
      @PathVariable RightsRequestId requestId,
      @RequestBody Sent<Refusal> sent,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    return submit(
        organisationId,
        requestId,
        new RefuseRequest(requestId, organisationId, sent.value().reasonCode()),
        exchange.with(sent));
  }

  @PostMapping(REQUEST + "/answer")
  @Operation(
      summary = "Record that it was followed and answered",
      description = "409 IDENTITY_NOT_CHECKED while it is not sure who asks.")
  ResponseEntity<byte[]> answer(
      @PathVariable OrganisationId organisationId,
      @PathVariable RightsRequestId requestId,
      Exchange exchange) {
    exchange.access().permit(organisationId);
    return submit(
        organisationId, requestId, new AnswerRequest(requestId, organisationId), exchange);
  }

  private ResponseEntity<byte[]> submit(
      OrganisationId organisation,
      RightsRequestId id,
      RightsRequestCommand command,
      Exchange exchange) {
    RightsRequest before = read(organisation, id);
    return exchange
        .in(organisation)
        .submit(
            command,
            events -> {
              events.forEach(event -> DECIDER.evolve(before, (RightsRequestEvent) event));
              return Answers.ok(shown(id, before));
            });
  }

  private RequestState stateOf(OrganisationId organisation, RightsRequestId id) {
    return shown(id, read(organisation, id));
  }

  private static RequestState shown(RightsRequestId id, RightsRequest request) {
    RequestReceived received = request.received();
    LocalDate dueOn = request.dueOn();
    if (received == null || dueOn == null) {
      throw new IllegalStateException("Expected a request that was received, but " + id);
    }
    return new RequestState(
        id,
        received.kind(),
        received.subjects(),
        received.receivedOn(),
        request.identityCheck(),
        dueOn,
        request.isExtended(),
        request.state());
  }

  private RightsRequest read(OrganisationId organisation, RightsRequestId id) {
    RightsRequest request = new RightsRequest();
    for (RecordedEvent recorded : log.readStream(id.value())) {
      if (recorded.envelope().payload() instanceof RightsRequestEvent event) {
        DECIDER.evolve(request, event);
      }
    }
    RequestReceived received = request.received();
    if (received == null || !received.organisationId().equals(organisation)) {
      throw Problem.refused(
              PrivacyRejection.UNKNOWN_REQUEST,
              "Expected a request of the organisation, but " + id + " is none")
          .exception();
    }
    return request;
  }
}
