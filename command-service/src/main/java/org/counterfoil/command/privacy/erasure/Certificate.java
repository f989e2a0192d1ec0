package org.counterfoil.command.privacy.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.DataKeyId;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.KeepingDuty;
import org.jspecify.annotations.Nullable;

/**
 * What was erased, and what was not.
 *
 * @param at when the newest erasure was recorded, and for what reason
 * @param position of the log at which that is
 * @param keys that were destroyed, now or before, and with each all that it opened
 * @param kept what stays, and under which duty (Art. 17(3) GDPR)
 * @param recipients who was given what is erased, and is to be told that it is (Art. 19 GDPR)
 * @param inBackupsUntil the day on which the last backup that may hold the keys is gone
 */
public record Certificate(
    DataSubjectId subjectId,
    List<DataSubjectId> subjectIds,
    Instant at,
    long position,
    ErasureReason reasonCode,
    List<DestroyedKey> keys,
    List<StayingPurpose> kept,
    List<String> storesCleared,
    List<PublicLabel> recipients,
    LocalDate inBackupsUntil) {

  /** A key that is gone: since when, and why. */
  record DestroyedKey(PurposeKey purpose, DataKeyId keyId, Instant at, ErasureReason reasonCode) {}

  /** What stays, and why. */
  record StayingPurpose(PurposeKey purpose, KeepingDuty duty, @Nullable LawfulBasis lawfulBasis) {}
}
