package org.counterfoil.domain.privacy.request;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;

/** Commands about a request by which a person exercises a right. */
public sealed interface RightsRequestCommand extends Command {

  RightsRequestId requestId();

  OrganisationId organisationId();

  @Override
  default UUID laneKey() {
    return requestId().value();
  }

  /**
   * Logs a request.
   *
   * @param subjects all that are of the person who asks
   * @param receivedOn when it came, in the organisation's time zone
   * @param today in the organisation's time zone
   * @param dueOn the last day for the answer
   */
  record ReceiveRequest(
      RightsRequestId requestId,
      OrganisationId organisationId,
      List<DataSubjectId> subjects,
      RequestKind kind,
      IdentityCheck identityCheck,
      LocalDate receivedOn,
      LocalDate today,
      LocalDate dueOn)
      implements RightsRequestCommand {
    public ReceiveRequest {
      subjects = List.copyOf(subjects);
    }
  }

  /** Records that it is sure now who asks. */
  record CheckIdentity(
      RightsRequestId requestId, OrganisationId organisationId, IdentityCheck identityCheck)
      implements RightsRequestCommand {}

  /**
   * Takes more time for the answer; once, and before the first end.
   *
   * @param today in the organisation's time zone
   * @param dueOn the new last day
   */
  record ExtendRequest(
      RightsRequestId requestId,
      OrganisationId organisationId,
      ExtensionGround ground,
      LocalDate today,
      LocalDate dueOn)
      implements RightsRequestCommand {}

  /** Does not follow it. Repeating it changes nothing. */
  record RefuseRequest(
      RightsRequestId requestId, OrganisationId organisationId, RefusalGround ground)
      implements RightsRequestCommand {}

  /** Records that it was followed and answered. Repeating it changes nothing. */
  record AnswerRequest(RightsRequestId requestId, OrganisationId organisationId)
      implements RightsRequestCommand {}
}
