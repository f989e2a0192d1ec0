package org.counterfoil.domain.privacy;

import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.Standing.Captured;
import org.counterfoil.domain.privacy.Standing.Erased;
import org.counterfoil.domain.privacy.Standing.NeverCaptured;
import org.jspecify.annotations.Nullable;

/** The state of one person at one organisation. */
public final class DataSubject {

  /** What is kept for one purpose. */
  static final class Kept {
    final DataKeyId keyId;
    final Map<PersonalField, CaptureId> captures = new EnumMap<>(PersonalField.class);
    @Nullable Erased erased;

    Kept(DataKeyId keyId) {
      this.keyId = keyId;
    }
  }

  @Nullable OrganisationId organisationId;
  final Map<PurposeKey, Kept> kept = new LinkedHashMap<>();
  final Map<PurposeKey, ConsentHistory> consents = new HashMap<>();

  /** How a field stands for a purpose. */
  public Standing standing(PurposeKey purpose, PersonalField field) {
    Kept found = kept.get(purpose);
    if (found == null || !found.captures.containsKey(field)) {
      return new NeverCaptured();
    }
    return found.erased == null
        ? new Captured(found.captures.get(field), found.keyId)
        : found.erased;
  }

  /** The key of a purpose; missing where nothing was told for it. */
  public @Nullable DataKeyId keyOf(PurposeKey purpose) {
    Kept found = kept.get(purpose);
    return found == null ? null : found.keyId;
  }

  /** Purposes for which something is kept. */
  public List<PurposeKey> purposes() {
    return kept.entrySet().stream()
        .filter(entry -> entry.getValue().erased == null)
        .map(Map.Entry::getKey)
        .toList();
  }

  ConsentHistory consent(PurposeKey purpose) {
    return consents.computeIfAbsent(purpose, none -> new ConsentHistory());
  }

  /** Whether a consent was in force at a moment. */
  public boolean hasConsented(PurposeKey purpose, Instant moment) {
    ConsentHistory history = consents.get(purpose);
    return history != null && history.isInForceAt(moment);
  }
}
