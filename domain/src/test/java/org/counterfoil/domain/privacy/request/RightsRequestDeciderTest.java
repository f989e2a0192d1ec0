package org.counterfoil.domain.privacy.request;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.privacy.Persons.SOMEBODY;

import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.AnswerRequest;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.CheckIdentity;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.ExtendRequest;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.ReceiveRequest;
import org.counterfoil.domain.privacy.request.RightsRequestCommand.RefuseRequest;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.junit.jupiter.api.Test;

/** A request, its identity check, its one extension, and its two ends. */
class RightsRequestDeciderTest {

  private static final RightsRequestId REQUEST = new RightsRequestId(Theatre.id(620));
  private static final LocalDate RECEIVED = LocalDate.of(2026, 1, 31);
  private static final LocalDate DUE = LocalDate.of(2026, 3, 2);
  private static final LocalDate LATER = LocalDate.of(2026, 4, 30);

  private final RightsRequestDecider decider = new RightsRequestDecider();
  private final RightsRequest request = new RightsRequest();

  private String handle(RightsRequestCommand command) {
    Decision<RightsRequestEvent> decision = decider.decide(command, request, NOW);
    String answer = DecisionTable.answer(decision);
    if (decision instanceof Decision.Accepted<RightsRequestEvent> accepted) {
      accepted.events().forEach(event -> decider.evolve(request, event));
    }
    return answer;
  }

  private static ReceiveRequest received(
      IdentityCheck check, LocalDate today, DataSubjectId... subjects) {
    return new ReceiveRequest(
        REQUEST, ORGANISATION, List.of(subjects), RequestKind.ACCESS, check, RECEIVED, today, DUE);
  }

  private static ExtendRequest extend(LocalDate today) {
    return new ExtendRequest(REQUEST, ORGANISATION, ExtensionGround.COMPLEX, today, LATER);
  }

  private static RefuseRequest refuse() {
    return new RefuseRequest(REQUEST, ORGANISATION, RefusalGround.EXCESSIVE);
  }

  private static AnswerRequest answer() {
    return new AnswerRequest(REQUEST, ORGANISATION);
  }

  @Test
  void itIsLoggedOnce_withPeopleOnce_andNotBeforeItCame() {
    IdentityCheck check = IdentityCheck.DOCUMENT_SEEN;
    assertThat(handle(answer())).isEqualTo("UNKNOWN_REQUEST");
    assertThat(handle(received(check, RECEIVED, SOMEBODY, SOMEBODY))).isEqualTo("SUBJECT_REPEATED");
    assertThat(handle(received(check, RECEIVED.minusDays(1), SOMEBODY)))
        .isEqualTo("RECEIVED_IN_THE_FUTURE");
    assertThat(handle(received(check, RECEIVED, SOMEBODY))).isEqualTo("RequestReceived");
    assertThat(handle(received(check, RECEIVED, SOMEBODY))).isEqualTo("nothing");
    assertThat(handle(new AnswerRequest(REQUEST, new OrganisationId(Theatre.id(99)))))
        .isEqualTo("UNKNOWN_REQUEST");
    assertThat(request.dueOn()).isEqualTo(DUE);
  }

  @Test
  void itIsExtendedOnce_andWithinTheFirstMonth() {
    handle(received(IdentityCheck.NO_DOUBT, RECEIVED, SOMEBODY));

    assertThat(handle(extend(DUE.plusDays(1)))).isEqualTo("REQUEST_OVERDUE");
    assertThat(handle(extend(DUE))).isEqualTo("RequestExtended");
    assertThat(request.dueOn()).isEqualTo(LATER);
    assertThat(handle(extend(DUE))).isEqualTo("REQUEST_EXTENDED");
  }

  @Test
  void nobodyIsAnsweredOfWhomItIsNotSureWhoTheyAre() {
    handle(received(IdentityCheck.PENDING, RECEIVED, SOMEBODY));

    assertThat(handle(answer())).isEqualTo("IDENTITY_NOT_CHECKED");
    IdentityCheck seen = IdentityCheck.DOCUMENT_SEEN;
    assertThat(handle(new CheckIdentity(REQUEST, ORGANISATION, seen))).isEqualTo("IdentityChecked");
    assertThat(handle(new CheckIdentity(REQUEST, ORGANISATION, seen))).isEqualTo("nothing");
    assertThat(handle(answer())).isEqualTo("RequestAnswered");
  }

  @Test
  void whatIsAnsweredIsNotRefused_andTheOtherWayRound() {
    handle(received(IdentityCheck.NO_DOUBT, RECEIVED, SOMEBODY));
    assertThat(handle(answer())).isEqualTo("RequestAnswered");
    assertThat(handle(answer())).isEqualTo("nothing");
    assertThat(handle(refuse())).isEqualTo("REQUEST_CLOSED");
    assertThat(handle(extend(DUE))).isEqualTo("REQUEST_CLOSED");
    assertThat(handle(new CheckIdentity(REQUEST, ORGANISATION, IdentityCheck.LINK_OR_SECRET)))
        .isEqualTo("REQUEST_CLOSED");
    assertThat(request.state()).isEqualTo(RightsRequest.State.ANSWERED);
  }

  @Test
  void whatIsRefusedIsNotAnswered() {
    handle(received(IdentityCheck.NO_DOUBT, RECEIVED, SOMEBODY));
    assertThat(handle(refuse())).isEqualTo("RequestRefused");
    assertThat(handle(refuse())).isEqualTo("nothing");
    assertThat(handle(answer())).isEqualTo("REQUEST_CLOSED");
  }
}
