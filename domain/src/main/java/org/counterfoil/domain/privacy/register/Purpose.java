package org.counterfoil.domain.privacy.register;

import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.jspecify.annotations.Nullable;

/**
 * Why an organisation processes personal data, as it declares it (Art. 5(1)(b), 13 and 30 GDPR).
 *
 * @param specialCategoryCondition for data of a special category, Art. 9(2) GDPR
 * @param fields what it needs, and nothing else may be captured for it
 * @param recipients who else is told, by name or category
 * @param isRequired whether what it is for cannot be had without it; never where it rests on
 *     consent
 */
public record Purpose(
    PurposeKey key,
    PublicLabel name,
    DpvPurpose dpvPurpose,
    LawfulBasis lawfulBasis,
    @Nullable SpecialCategoryCondition specialCategoryCondition,
    List<PersonalField> fields,
    List<PublicLabel> recipients,
    Retention retention,
    boolean isRequired) {

  public Purpose {
    fields = List.copyOf(fields);
    recipients = List.copyOf(recipients);
  }

  /** Whether the person is asked for a yes: as its basis, or for data of a special category. */
  public boolean asksForConsent() {
    return isByConsent()
        || SpecialCategoryCondition.EXPLICIT_CONSENT.equals(specialCategoryCondition);
  }

  /**
   * Whether it is asked of whoever comes with a ticket, where an order asks for it at all: the name
   * alone, for a law or for the door.
   */
  public boolean isAskedOfHolders() {
    return fields.equals(List.of(PersonalField.NAME))
        && !asksForConsent()
        && (dpvPurpose == DpvPurpose.LEGAL_COMPLIANCE
            || dpvPurpose == DpvPurpose.ENFORCE_ACCESS_CONTROL);
  }

  /** Whether it rests on the person's consent. */
  public boolean isByConsent() {
    return lawfulBasis.equals(LawfulBasis.CONSENT);
  }

  /**
   * Whether it is marketing that needs no yes, and that a plain no ends: to those who bought, of
   * similar things (Art. 13(2) of Directive 2002/58/EC, Art. 21(2) GDPR).
   */
  public boolean isOptOut() {
    return dpvPurpose.isMarketing() && !asksForConsent();
  }
}
