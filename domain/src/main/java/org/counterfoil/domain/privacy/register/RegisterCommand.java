package org.counterfoil.domain.privacy.register;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.organisation.OrganisationId;
import org.jspecify.annotations.Nullable;

/** Commands about an organisation's register of processing (Art. 30 GDPR). */
public sealed interface RegisterCommand extends Command {

  OrganisationId organisationId();

  @Override
  default UUID laneKey() {
    return registerOf(organisationId());
  }

  /**
   * The register's own stream: the organisation's id with a version of 8, which RFC 9562 leaves to
   * whoever uses it, and another last byte than that of its books.
   */
  static UUID registerOf(OrganisationId organisation) {
    UUID id = organisation.value();
    return new UUID(
        (id.getMostSignificantBits() & ~0xF000L) | 0x8000L, id.getLeastSignificantBits() ^ 0x52L);
  }

  /** Declares a purpose, or declares it anew. Repeating it changes nothing. */
  record DeclarePurpose(OrganisationId organisationId, Purpose purpose)
      implements RegisterCommand {}

  /**
   * Publishes the text that people are shown; the text itself is kept under its hash.
   *
   * @param hash of the text
   */
  record PublishNotice(
      OrganisationId organisationId,
      NoticeVersionId noticeVersionId,
      PurposeKey purpose,
      LanguageTag language,
      NoticeHash hash)
      implements RegisterCommand {}

  /**
   * Says what a form asks, and whether a yes on it is to be confirmed. Repeating it changes
   * nothing.
   *
   * @param purposes what for; missing for all that such a form usually asks for
   */
  record SetPublicForm(
      OrganisationId organisationId,
      PublicForm form,
      @Nullable List<PurposeKey> purposes,
      boolean isConfirmed)
      implements RegisterCommand {
    public SetPublicForm {
      purposes = purposes == null ? null : List.copyOf(purposes);
    }
  }

  /** Declares purposes, each with its notices, unless there is one by that name. */
  record AdoptPurposes(OrganisationId organisationId, List<AdoptedPurpose> purposes)
      implements RegisterCommand {
    public AdoptPurposes {
      purposes = List.copyOf(purposes);
    }

    /** A purpose that is new to the organisation. */
    public record AdoptedPurpose(Purpose purpose, List<AdoptedNotice> notices) {
      public AdoptedPurpose {
        notices = List.copyOf(notices);
      }
    }

    /** A text that tells of it. */
    public record AdoptedNotice(
        NoticeVersionId noticeVersionId, LanguageTag language, NoticeHash hash) {}
  }
}
