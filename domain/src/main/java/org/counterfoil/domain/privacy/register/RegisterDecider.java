package org.counterfoil.domain.privacy.register;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.RegisterCommand.AdoptPurposes;
import org.counterfoil.domain.privacy.register.RegisterCommand.AdoptPurposes.AdoptedNotice;
import org.counterfoil.domain.privacy.register.RegisterCommand.AdoptPurposes.AdoptedPurpose;
import org.counterfoil.domain.privacy.register.RegisterCommand.DeclarePurpose;
import org.counterfoil.domain.privacy.register.RegisterCommand.PublishNotice;
import org.counterfoil.domain.privacy.register.RegisterCommand.SetPublicForm;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PublicFormSet;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;

/** Decides about an organisation's register of processing. */
public final class RegisterDecider implements Decider<RegisterCommand, Register, RegisterEvent> {

  @Override
  public Decision<RegisterEvent> decide(RegisterCommand command, Register state, Instant now) {
    return switch (command) {
      case DeclarePurpose declare -> declare(declare, state);
      case PublishNotice publish -> publish(publish, state);
      case AdoptPurposes adopt -> adopt(adopt, state);
      case SetPublicForm set -> set(set, state);
    };
  }

  private static Decision<RegisterEvent> declare(DeclarePurpose declare, Register state) {
    Purpose purpose = declare.purpose();
    if (purpose.fields().isEmpty()) {
      return Decision.reject(
          PrivacyRejection.PURPOSE_WITHOUT_FIELDS,
          "Expected what the purpose needs, but it needs nothing");
    }
    if (Set.copyOf(purpose.fields()).size() < purpose.fields().size()) {
      return Decision.reject(
          PrivacyRejection.FIELD_REPEATED, "Expected each field once, but one repeats");
    }
    if (purpose.specialCategoryCondition() == null
        && purpose.fields().stream().anyMatch(PersonalField::isSpecialCategory)) {
      return Decision.reject(
          PrivacyRejection.CONDITION_MISSING,
          "Expected a condition of Art. 9(2) for data of a special category, but there is none");
    }
    if (purpose.asksForConsent() && purpose.isRequired()) {
      return Decision.reject(
          PrivacyRejection.CONSENT_NOT_FREE,
          "Expected consent to be free, but the purpose is required (Art. 7(4))");
    }
    PurposeDeclared before = state.purposes.get(purpose.key());
    if (before != null && before.purpose().equals(purpose)) {
      return Decision.accept();
    }
    int version = before == null ? 1 : before.version() + 1;
    return Decision.accept(new PurposeDeclared(declare.organisationId(), version, purpose));
  }

  /** What was declared by that name stays as the organisation has it. */
  private static Decision<RegisterEvent> adopt(AdoptPurposes adopt, Register state) {
    List<RegisterEvent> events = new ArrayList<>();
    for (AdoptedPurpose adopted : adopt.purposes()) {
      PurposeKey key = adopted.purpose().key();
      if (!state.purposes.containsKey(key)) {
        events.add(new PurposeDeclared(adopt.organisationId(), 1, adopted.purpose()));
        for (AdoptedNotice notice : adopted.notices()) {
          events.add(
              new NoticePublished(
                  adopt.organisationId(),
                  notice.noticeVersionId(),
                  key,
                  1,
                  notice.language(),
                  notice.hash()));
        }
      }
    }
    return Decision.accept(events);
  }

  /**
   * A newsletter's form asks for consents alone, and no form of who buys nothing for marketing that
   * needs none (Art. 13(2) of Directive 2002/58/EC).
   */
  private static Decision<RegisterEvent> set(SetPublicForm set, Register state) {
    List<PurposeKey> purposes = set.purposes() == null ? List.of() : set.purposes();
    for (PurposeKey key : purposes) {
      PurposeDeclared declared = state.purposes.get(key);
      if (declared == null) {
        return Decision.reject(
            PrivacyRejection.UNKNOWN_PURPOSE,
            "Expected a declared purpose, but " + key + " is none");
      }
      boolean isOutOfPlace =
          switch (set.form()) {
            case ORDER -> false;
            case NEWSLETTER -> !declared.purpose().asksForConsent();
            case ACCOUNT -> declared.purpose().isOptOut();
          };
      if (isOutOfPlace) {
        return Decision.reject(
            PrivacyRejection.NOT_BY_CONSENT,
            "Expected a purpose that rests on consent, but " + key + " does not");
      }
    }
    PublicFormSet event =
        new PublicFormSet(set.organisationId(), set.form(), set.purposes(), set.isConfirmed());
    return event.equals(state.forms.get(set.form())) ? Decision.accept() : Decision.accept(event);
  }

  private static Decision<RegisterEvent> publish(PublishNotice publish, Register state) {
    PurposeDeclared purpose = state.purposes.get(publish.purpose());
    if (purpose == null) {
      return Decision.reject(
          PrivacyRejection.UNKNOWN_PURPOSE,
          "Expected a declared purpose, but " + publish.purpose() + " is none");
    }
    if (state.notices.containsKey(publish.noticeVersionId())) {
      return Decision.reject(
          PrivacyRejection.NOTICE_EXISTS,
          "Expected a new notice, but " + publish.noticeVersionId() + " was published");
    }
    return Decision.accept(
        new NoticePublished(
            publish.organisationId(),
            publish.noticeVersionId(),
            publish.purpose(),
            purpose.version(),
            publish.language(),
            publish.hash()));
  }

  @Override
  public void evolve(Register state, RegisterEvent event) {
    switch (event) {
      case PurposeDeclared declared -> state.purposes.put(declared.purpose().key(), declared);
      case PublicFormSet set -> state.forms.put(set.form(), set);
      case NoticePublished published -> state.notices.put(published.noticeVersionId(), published);
    }
  }
}
