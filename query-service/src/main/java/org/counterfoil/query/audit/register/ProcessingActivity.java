package org.counterfoil.query.audit.register;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.RetentionStart;
import org.jspecify.annotations.Nullable;

/**
 * One purpose of an organisation's register, as it stands, with the headings of Art. 30(1)(b) to
 * (f) GDPR.
 *
 * @param version of the purpose, from 1
 * @param specialCategoryCondition of Art. 9(2) GDPR, for data of a special category
 * @param isRequired whether what it is for cannot be had without it
 * @param recipients who else is told, by name or category
 * @param people of whom something is kept for it now
 * @param consents the same by how the consent stands; missing where it does not rest on consent
 */
public record ProcessingActivity(
    String purpose,
    String name,
    String dpvPurposeIri,
    int version,
    Instant declaredAt,
    String lawfulBasis,
    String lawfulBasisIri,
    @Nullable String specialCategoryCondition,
    boolean isRequired,
    List<CategoryOfSubjects> subjectCategories,
    List<FieldCategory> fields,
    List<String> recipients,
    TimeLimit timeLimit,
    List<PublishedNotice> notices,
    long people,
    @Nullable ConsentFigures consents) {

  /** Whose data. */
  public record CategoryOfSubjects(SubjectCategory category, String iri) {}

  /** Which data. */
  public record FieldCategory(PersonalField field, String iri, boolean isSpecialCategory) {}

  /**
   * Until when.
   *
   * @param period in ISO 8601
   */
  public record TimeLimit(RetentionStart startsAt, String period) {}

  /** A text that people are shown, of the purpose as it stands. */
  public record PublishedNotice(
      UUID noticeVersionId, String language, String sha256, Instant publishedAt) {}
}
