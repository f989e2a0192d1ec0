package org.counterfoil.query.audit.subject;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.KeepingDuty;

/**
 * What an erasure left of a person: all that was erased until then, and what stays under a duty.
 *
 * @param subjectIds all ids under which the person was known
 * @param actor who erased, as {@code KIND:id}
 * @param recipients who was given what is erased, and is to be told that it is (Art. 19 GDPR)
 * @param inBackupsUntil the day on which the last backup that may hold a key is gone
 * @param position of the erasure that is certified
 */
public record ErasureCertificate(
    UUID subjectId,
    List<UUID> subjectIds,
    Instant at,
    ErasureReason reason,
    String actor,
    List<GonePurpose> erased,
    List<StayingPurpose> kept,
    List<String> recipients,
    LocalDate inBackupsUntil,
    long position) {

  /** What was kept for one purpose, and is unreadable since its key was destroyed. */
  public record GonePurpose(
      UUID subjectId,
      String purpose,
      List<PersonalField> fields,
      UUID keyId,
      Instant at,
      ErasureReason reason,
      LocalDate inBackupsUntil,
      long position) {}

  /** What is kept on for one purpose, and under which duty (Art. 17(3) GDPR). */
  public record StayingPurpose(String purpose, KeepingDuty duty) {}
}
