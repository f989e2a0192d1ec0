package org.counterfoil.query.audit.recording;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.privacy.controller.ControllerDescription;
import org.counterfoil.domain.privacy.controller.ControllerEvent;
import org.counterfoil.domain.privacy.controller.ControllerEvent.ControllerDescribed;
import org.counterfoil.domain.privacy.controller.ThirdCountryTransfer;
import org.counterfoil.domain.privacy.register.DpvPurpose;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PublicFormSet;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.counterfoil.domain.privacy.register.RetentionPeriod;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.counterfoil.domain.privacy.register.SpecialCategoryCondition;
import org.jspecify.annotations.Nullable;

/** Who processes, why, and what people are told. */
final class RegisterRows {

  private record OrganisationRow(
      OrganisationId organisationId,
      PublicLabel name,
      PublicLabel legalName,
      CountryCode country,
      @Nullable RegistrationNumber siren,
      @Nullable PublicContact dpoContact,
      String timeZone,
      String fiscalYearStart,
      Instant createdAt,
      long position) {}

  private record ControllerRow(
      OrganisationId organisationId,
      long position,
      PublicLabel address,
      PublicContact contactAddress,
      @Nullable PublicContact dpoContact,
      @Nullable PublicLabel representative,
      List<PublicLabel> jointControllers,
      List<ThirdCountryTransfer> transfers,
      List<PublicLabel> measures,
      Instant describedAt) {}

  private record PurposeRow(
      OrganisationId organisationId,
      PurposeKey purpose,
      int version,
      PublicLabel name,
      DpvPurpose dpvPurpose,
      LawfulBasis lawfulBasis,
      @Nullable SpecialCategoryCondition condition,
      List<PersonalField> fields,
      List<PublicLabel> recipients,
      RetentionStart retentionStart,
      RetentionPeriod retentionPeriod,
      boolean isRequired,
      String actor,
      long position,
      Instant declaredAt) {}

  private record NoticeRow(
      NoticeVersionId noticeVersionId,
      OrganisationId organisationId,
      PurposeKey purpose,
      int purposeVersion,
      LanguageTag language,
      NoticeHash noticeHash,
      long position,
      Instant publishedAt) {}

  private final NewRows rows;

  RegisterRows(NewRows rows) {
    this.rows = rows;
  }

  void apply(OrganisationCreated created, Moment moment) {
    rows.add(
        "organisation",
        new OrganisationRow(
            created.organisationId(),
            created.name(),
            created.legalName(),
            created.country(),
            created.siren(),
            created.dpoContact(),
            created.timeZone().getId(),
            created.fiscalYearStart().toString(),
            moment.at(),
            moment.position()));
  }

  void apply(ControllerEvent event, Moment moment) {
    switch (event) {
      case ControllerDescribed described -> {
        ControllerDescription description = described.description();
        rows.add(
            "controller",
            new ControllerRow(
                described.organisationId(),
                moment.position(),
                description.address(),
                description.contact(),
                description.dpoContact(),
                description.representative(),
                description.jointControllers(),
                description.transfers(),
                description.measures(),
                moment.at()));
      }
    }
  }

  void apply(RegisterEvent event, Moment moment) {
    switch (event) {
      case PurposeDeclared declared -> rows.add("purpose", purpose(declared, moment));
      case PublicFormSet set -> {}
      case NoticePublished published ->
          rows.add(
              "notice",
              new NoticeRow(
                  published.noticeVersionId(),
                  published.organisationId(),
                  published.purpose(),
                  published.purposeVersion(),
                  published.language(),
                  published.hash(),
                  moment.position(),
                  moment.at()));
    }
  }

  private static PurposeRow purpose(PurposeDeclared declared, Moment moment) {
    Purpose purpose = declared.purpose();
    return new PurposeRow(
        declared.organisationId(),
        purpose.key(),
        declared.version(),
        purpose.name(),
        purpose.dpvPurpose(),
        purpose.lawfulBasis(),
        purpose.specialCategoryCondition(),
        purpose.fields(),
        purpose.recipients(),
        purpose.retention().startsAt(),
        purpose.retention().period(),
        purpose.isRequired(),
        moment.actor(),
        moment.position(),
        moment.at());
  }
}
