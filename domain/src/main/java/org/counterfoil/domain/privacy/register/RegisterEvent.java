package org.counterfoil.domain.privacy.register;

import java.util.List;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

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
   * It was said what a form asks, and whether a yes on it is to be confirmed.
   *
   * @param purposes what for; missing for all that such a form usually asks for
   */
  @EventType(name = "public-form.set", revision = 1)
  record PublicFormSet(
      OrganisationId organisationId,
      PublicForm form,
      @Nullable List<PurposeKey> purposes,
      boolean isConfirmed)
      implements RegisterEvent {
    public PublicFormSet {
      purposes = purposes == null ? null : List.copyOf(purposes);
    }
  }

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
