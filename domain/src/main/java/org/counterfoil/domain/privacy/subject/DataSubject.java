package org.counterfoil.domain.privacy.subject;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.LawfulBasis;
import org.counterfoil.domain.privacy.register.NoticeHash;
import org.counterfoil.domain.privacy.register.NoticeVersionId;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.Standing.Captured;
import org.counterfoil.domain.privacy.subject.Standing.Erased;
import org.counterfoil.domain.privacy.subject.Standing.NeverCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConfirmationAwaited;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentGiven;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRenewed;
import org.jspecify.annotations.Nullable;

/** The state of one person at one organisation. */
public final class DataSubject {

  /** What is kept for one purpose. */
  static final class Kept {
    final DataKeyId keyId;
    final Map<PersonalField, CaptureId> captures = new EnumMap<>(PersonalField.class);
    @Nullable LawfulBasis basis;
    @Nullable Erased erased;

    Kept(DataKeyId keyId) {
      this.keyId = keyId;
    }
  }

  /** A field that is kept, for one purpose. */
  public record KeptField(
      PurposeKey purpose, PersonalField field, CaptureId captureId, DataKeyId keyId) {}

  /**
   * A yes that is yet to be confirmed.
   *
   * @param at when it was said
   */
  public record Unconfirmed(
      int purposeVersion,
      NoticeVersionId noticeVersionId,
      NoticeHash noticeHash,
      CaptureDoor door,
      Instant at) {

    /** How long whoever has the address may take; then what was typed goes. */
    private static final Duration LIFE = Duration.ofDays(7);

    static Unconfirmed of(ConfirmationAwaited awaited) {
      return new Unconfirmed(
          awaited.purposeVersion(),
          awaited.noticeVersionId(),
          awaited.noticeHash(),
          awaited.door(),
          awaited.at());
    }

    /** Until when (exclusive) it can be confirmed. */
    public Instant endsAt() {
      return at.plus(LIFE);
    }
  }

  /** Under what somebody said yes. */
  record Agreement(
      int purposeVersion,
      NoticeVersionId noticeVersionId,
      NoticeHash noticeHash,
      CaptureDoor door) {

    static Agreement of(ConsentGiven given) {
      return new Agreement(
          given.purposeVersion(), given.noticeVersionId(), given.noticeHash(), given.door());
    }

    static Agreement of(ConsentRenewed renewed) {
      return new Agreement(
          renewed.purposeVersion(),
          renewed.noticeVersionId(),
          renewed.noticeHash(),
          renewed.door());
    }
  }

  @Nullable OrganisationId organisationId;
  @Nullable DataSubjectId mergedInto;
  final Map<PurposeKey, Kept> kept = new LinkedHashMap<>();
  final Map<PurposeKey, ConsentHistory> consents = new HashMap<>();
  final Map<PurposeKey, Agreement> agreements = new HashMap<>();
  final Map<PurposeKey, Unconfirmed> unconfirmed = new HashMap<>();
  final Map<PurposeKey, Instant> objections = new HashMap<>();
  final Set<RestrictionReason> restrictions = EnumSet.noneOf(RestrictionReason.class);

  /** Whose it is; missing where nothing was ever recorded of it. */
  public Optional<OrganisationId> organisationId() {
    return Optional.ofNullable(organisationId);
  }

  /** As whom the person is known now; missing where it was not merged. */
  public Optional<DataSubjectId> mergedInto() {
    return Optional.ofNullable(mergedInto);
  }

  /** How a field stands for a purpose. */
  public Standing standing(PurposeKey purpose, PersonalField field) {
    Kept found = kept.get(purpose);
    CaptureId capture = found == null ? null : found.captures.get(field);
    if (found == null || capture == null) {
      return new NeverCaptured();
    }
    return found.erased == null ? new Captured(capture, found.keyId) : found.erased;
  }

  /** Everything that is kept, in the order in which its purposes were first told. */
  public List<KeptField> fields() {
    List<KeptField> fields = new ArrayList<>();
    kept.forEach(
        (purpose, found) -> {
          if (found.erased == null) {
            found.captures.forEach(
                (field, capture) ->
                    fields.add(new KeptField(purpose, field, capture, found.keyId)));
          }
        });
    return fields;
  }

  /** The key of a purpose, also of one that was erased; missing where nothing was told for it. */
  public Optional<DataKeyId> keyOf(PurposeKey purpose) {
    return Optional.ofNullable(kept.get(purpose)).map(found -> found.keyId);
  }

  /** On which basis something was told for a purpose; missing where nothing was. */
  public Optional<LawfulBasis> basisOf(PurposeKey purpose) {
    return Optional.ofNullable(kept.get(purpose)).map(found -> found.basis);
  }

  /** Purposes for which a consent is in force as far as is known. */
  public List<PurposeKey> agreedTo() {
    return consents.entrySet().stream()
        .filter(entry -> entry.getValue().isInForce())
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  /** What was asked and never confirmed, by its purpose; also what cannot be any more. */
  public Map<PurposeKey, Unconfirmed> unconfirmed() {
    return Map.copyOf(unconfirmed);
  }

  /** Whether a yes can still be confirmed: in time, and by who did not say no since. */
  public boolean isOpen(PurposeKey purpose, Instant now) {
    Unconfirmed asked = unconfirmed.get(purpose);
    if (asked == null || !now.isBefore(asked.endsAt())) {
      return false;
    }
    Instant objected = objections.get(purpose);
    ConsentHistory answers = consents.get(purpose);
    return (objected == null || objected.isBefore(asked.at()))
        && (answers == null || answers.isSilentSince(asked.at()));
  }

  /** Purposes for which something is kept. */
  public List<PurposeKey> purposes() {
    return kept.entrySet().stream()
        .filter(entry -> entry.getValue().erased == null)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Purposes of which what was kept is gone, with when and why. */
  public Map<PurposeKey, Erased> erased() {
    Map<PurposeKey, Erased> gone = new LinkedHashMap<>();
    kept.forEach(
        (purpose, found) -> {
          if (found.erased != null) {
            gone.put(purpose, found.erased);
          }
        });
    return gone;
  }

  /** The same, to be changed by itself. */
  DataSubject copy() {
    DataSubject copy = new DataSubject();
    copy.organisationId = organisationId;
    copy.mergedInto = mergedInto;
    kept.forEach(
        (purpose, found) -> {
          Kept same = new Kept(found.keyId);
          same.captures.putAll(found.captures);
          same.basis = found.basis;
          same.erased = found.erased;
          copy.kept.put(purpose, same);
        });
    consents.forEach((purpose, history) -> copy.consents.put(purpose, history.copy()));
    copy.agreements.putAll(agreements);
    copy.unconfirmed.putAll(unconfirmed);
    copy.objections.putAll(objections);
    copy.restrictions.addAll(restrictions);
    return copy;
  }

  ConsentHistory consent(PurposeKey purpose) {
    return consents.computeIfAbsent(purpose, none -> new ConsentHistory());
  }

  /** Whether a consent was in force at a moment. */
  public boolean hasConsented(PurposeKey purpose, Instant moment) {
    ConsentHistory history = consents.get(purpose);
    return history != null && history.isInForceAt(moment);
  }

  /** Whether an answer of that moment is known already. */
  public boolean hasAnswered(PurposeKey purpose, Instant at, boolean isGiven) {
    ConsentHistory history = consents.get(purpose);
    return history != null && history.isAnswered(at, isGiven);
  }

  /** Whether the person said no to a purpose at a moment or after it, or its consent ended. */
  public boolean hasTakenBackSince(PurposeKey purpose, Instant moment) {
    ConsentHistory history = consents.get(purpose);
    return history != null && history.isEndedSince(moment);
  }

  /** The last yes to a purpose, where a consent is in force as far as is known. */
  public Optional<Instant> agreedAt(PurposeKey purpose) {
    return Optional.ofNullable(consents.get(purpose)).flatMap(ConsentHistory::agreedAt);
  }

  Optional<ConsentHistory> answersTo(PurposeKey purpose) {
    return Optional.ofNullable(consents.get(purpose));
  }

  /** Whether the person said no to a purpose, in whatever words, at a moment or after it. */
  boolean hasSaidNoSince(PurposeKey purpose, Instant moment) {
    ConsentHistory history = consents.get(purpose);
    Instant objected = objections.get(purpose);
    return (history != null && history.isRefusedSince(moment))
        || (objected != null && !objected.isBefore(moment));
  }

  /** Whether the person said yes to a purpose after a moment, whatever came then. */
  boolean hasSaidYesAfter(PurposeKey purpose, Instant moment) {
    ConsentHistory history = consents.get(purpose);
    return history != null && history.isGivenAfter(moment);
  }

  /** When the person objected to a purpose last, whatever it said since. */
  Optional<Instant> objectedAt(PurposeKey purpose) {
    return Optional.ofNullable(objections.get(purpose));
  }

  /** Whether the person objected to a purpose, and did not consent to it since. */
  public boolean hasObjected(PurposeKey purpose) {
    return objectedAt(purpose).filter(made -> !hasSaidYesAfter(purpose, made)).isPresent();
  }

  /** Why its data may be kept only; empty where they may be used. */
  public Set<RestrictionReason> restrictions() {
    return Set.copyOf(restrictions);
  }
}
