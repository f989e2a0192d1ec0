package org.counterfoil.domain.privacy;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.organisation.OrganisationId;

/** What happened to an organisation's register of processing. */
public sealed interface RegisterEvent extends Event {

  OrganisationId organisationId();

  /**
   * A purpose was declared, or declared anew; what was captured before stays under the version of
   * then.
   *
   * @param version of this purpose, from 1
   */
  @EventType(name = "purpose.declared", revision = 1)
  record PurposeDeclared(OrganisationId organisationId, int version, Purpose purpose)
      implements RegisterEvent {}

  /**
   * A text was published that people are shown when they are asked.
   *
   * @param purposeVersion the version of the purpose that it tells of
   * @param hash under which its text is kept
   */
  @EventType(name = "notice.published", revision = 1)
  record NoticePublished(
      OrganisationId organisationId,
      NoticeVersionId noticeVersionId,
      PurposeKey purpose,
      int purposeVersion,
      LanguageTag language,
      NoticeHash hash)
      implements RegisterEvent {}
}
