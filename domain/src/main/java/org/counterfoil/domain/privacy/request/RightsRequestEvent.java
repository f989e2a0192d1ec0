package org.counterfoil.domain.privacy.request;

import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;

/** What happened to a request by which a person exercises a right. */
public sealed interface RightsRequestEvent extends Event {

  RightsRequestId requestId();

  OrganisationId organisationId();

  /**
   * A person asked.
   *
   * @param subjects all that are of that person
   * @param receivedOn when it came, in the organisation's time zone; the month counts from here
   * @param dueOn the last day for the answer
   */
  @EventType(name = "rights-request.received", revision = 1)
  record RequestReceived(
      RightsRequestId requestId,
      OrganisationId organisationId,
      List<DataSubjectId> subjects,
      RequestKind kind,
      IdentityCheck identityCheck,
      LocalDate receivedOn,
      LocalDate dueOn)
      implements RightsRequestEvent {
    public RequestReceived {
      subjects = List.copyOf(subjects);
    }
  }

  /** It is sure now who asks. */
  @EventType(name = "rights-request.identity-checked", revision = 1)
  record IdentityChecked(
      RightsRequestId requestId, OrganisationId organisationId, IdentityCheck identityCheck)
      implements RightsRequestEvent {}

  /** The answer takes two months more, and the person was told why. */
  @EventType(name = "rights-request.extended", revision = 1)
  record RequestExtended(
      RightsRequestId requestId,
      OrganisationId organisationId,
      ExtensionGround ground,
      LocalDate dueOn)
      implements RightsRequestEvent {}

  /** It is not followed, and the person was told why. */
  @EventType(name = "rights-request.refused", revision = 1)
  record RequestRefused(
      RightsRequestId requestId, OrganisationId organisationId, RefusalGround ground)
      implements RightsRequestEvent {}

  /** It was followed, and the person has the answer. */
  @EventType(name = "rights-request.answered", revision = 1)
  record RequestAnswered(RightsRequestId requestId, OrganisationId organisationId)
      implements RightsRequestEvent {}
}
