package org.counterfoil.domain.privacy.register;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.counterfoil.domain.privacy.PrivacyRejection;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.register.RegisterEvent.PublicFormSet;
import org.counterfoil.domain.privacy.register.RegisterEvent.PurposeDeclared;
import org.jspecify.annotations.Nullable;

/** The purposes of an organisation as they stand, and every notice that it published. */
public final class Register {

  final Map<PurposeKey, PurposeDeclared> purposes = new LinkedHashMap<>();
  final Map<NoticeVersionId, NoticePublished> notices = new LinkedHashMap<>();
  final Map<PublicForm, PublicFormSet> forms = new EnumMap<>(PublicForm.class);

  /** In the order they were first declared. */
  public List<PurposeDeclared> purposes() {
    return List.copyOf(purposes.values());
  }

  /** For what a form asks, in the order they were first declared. */
  public List<Purpose> askedOn(PublicForm form) {
    PublicFormSet set = forms.get(form);
    List<PurposeKey> chosen = set == null ? null : set.purposes();
    return purposes.values().stream()
        .map(PurposeDeclared::purpose)
        .filter(purpose -> chosen == null ? form.asksFor(purpose) : chosen.contains(purpose.key()))
        .toList();
  }

  /**
   * Whether something may be told through a form for a purpose: what it asks, and what has an
   * occasion of its own there, as an invoice or a ticket by name has with an order.
   */
  public boolean takes(PublicForm form, Purpose purpose) {
    return askedOn(form).contains(purpose) || form.hasOccasionFor(purpose);
  }

  /** Whether a yes on a form counts only once whoever has the address confirms it. */
  public boolean isConfirmed(PublicForm form) {
    PublicFormSet set = forms.get(form);
    return set == null ? form.isConfirmedUsually() : set.isConfirmed();
  }

  /** As it stands; missing where it was never declared. */
  public @Nullable PurposeDeclared purpose(PurposeKey key) {
    return purposes.get(key);
  }

  /** The notices of a purpose as it stands, in the order they were published. */
  public List<NoticePublished> noticesOf(PurposeKey key) {
    PurposeDeclared declared = purposes.get(key);
    return declared == null
        ? List.of()
        : notices.values().stream()
            .filter(notice -> notice.purpose().equals(key))
            .filter(notice -> notice.purposeVersion() == declared.version())
            .toList();
  }

  /** A notice that was published, whether it is outdated or not. */
  public Optional<NoticePublished> notice(NoticeVersionId id) {
    return Optional.ofNullable(notices.get(id));
  }

  /**
   * Whether a field may be captured for a purpose under a notice; missing where it may.
   *
   * @see PrivacyRejection
   */
  public @Nullable PrivacyRejection refusal(
      PersonalField field, PurposeKey key, NoticeVersionId shown) {
    PurposeDeclared declared = purposes.get(key);
    if (declared == null) {
      return PrivacyRejection.PURPOSE_NOT_DECLARED;
    }
    if (!declared.purpose().fields().contains(field)) {
      return PrivacyRejection.FIELD_NOT_DECLARED;
    }
    NoticePublished notice = notices.get(shown);
    if (notice == null) {
      return PrivacyRejection.UNKNOWN_NOTICE;
    }
    if (!notice.purpose().equals(key)) {
      return PrivacyRejection.NOTICE_OF_ANOTHER_PURPOSE;
    }
    return notice.purposeVersion() == declared.version() ? null : PrivacyRejection.NOTICE_OUTDATED;
  }
}
