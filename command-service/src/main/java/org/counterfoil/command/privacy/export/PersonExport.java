package org.counterfoil.command.privacy.export;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.counterfoil.command.privacy.disclosure.GivenTo;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.controller.SupervisoryAuthority;
import org.counterfoil.domain.privacy.controller.ThirdCountryTransfer;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Retention;
import org.counterfoil.domain.privacy.request.RequestKind;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.RestrictionReason;
import org.counterfoil.domain.seathold.TicketId;
import org.jspecify.annotations.Nullable;

/**
 * Everything that is kept of one person, of that person only, for it to read and to take elsewhere
 * (Art. 15 and 20 GDPR).
 *
 * @param contacts how the controller and its data protection officer are reached
 * @param timeZone by whose days the controller counts
 * @param givenTo to whom any of it went, beside the person itself
 * @param transfers that the controller declares, to countries outside of the Union
 * @param rights which it has beside this one
 * @param automatedDecisions whether any is taken about it (Art. 22): Counterfoil takes none
 * @param supervisoryAuthority with which it may lodge a complaint; missing where the controller's
 *     country has several, or is not known here: that of its own country
 * @param withdrawalToken by which it takes its consents back
 */
public record PersonExport(
    DataSubjectId subjectId,
    List<DataSubjectId> subjectIds,
    OrganisationId organisationId,
    PublicLabel controller,
    Contacts contacts,
    ZoneId timeZone,
    List<ExportedValue> values,
    List<ErasedValues> erased,
    List<Answered> consents,
    List<PurposeKey> objections,
    List<RestrictionReason> restrictions,
    List<GivenTo> givenTo,
    List<ThirdCountryTransfer> transfers,
    List<ExportedOrder> orders,
    List<RequestKind> rights,
    boolean automatedDecisions,
    @Nullable SupervisoryAuthority supervisoryAuthority,
    String withdrawalToken) {

  /** How a controller is reached; what it has not said is missing. */
  public record Contacts(
      CountryCode country,
      @Nullable PublicLabel address,
      @Nullable PublicContact contact,
      @Nullable PublicContact dpoContact) {}

  /**
   * Something that it told, and why it is kept.
   *
   * @param notice the text that it was shown
   * @param capturedAt when it was told, or put right
   * @param source the system that it was brought from; missing where it was told here
   */
  record ExportedValue(
      PersonalField field,
      String value,
      PurposeKey purpose,
      @Nullable PublicLabel purposeName,
      LawfulBasis lawfulBasis,
      List<PublicLabel> recipients,
      Retention retention,
      NoticeVersionId noticeVersionId,
      NoticeHash noticeSha256,
      String notice,
      CaptureDoor door,
      Instant capturedAt,
      @Nullable OrderId orderId,
      @Nullable TicketId ticketId,
      @Nullable SourceCode source) {

    @Override
    public String toString() {
      return "ExportedValue[…]";
    }
  }

  /** Something that it told once, and that is gone. */
  record ErasedValues(
      PurposeKey purpose, @Nullable PublicLabel purposeName, Instant at, ErasureReason reason) {}

  /**
   * An answer that it gave, or the end of one.
   *
   * @param what {@code GIVEN}, {@code RENEWED}, {@code REFUSED}, {@code WITHDRAWN}, {@code EXPIRED}
   *     or {@code OBJECTED}
   * @param source the form, list or counter where it was given; missing where it was given here
   */
  record Answered(
      PurposeKey purpose,
      @Nullable PublicLabel purposeName,
      String what,
      Instant at,
      @Nullable NoticeVersionId noticeVersionId,
      @Nullable SourceCode source) {}
}
