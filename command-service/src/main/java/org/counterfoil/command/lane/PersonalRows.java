package org.counterfoil.command.lane;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentExpired;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentRefused;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ConsentWithdrawn;
import org.counterfoil.domain.privacy.subject.SubjectEvent.ObjectionMade;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataRectified;
import org.counterfoil.vault.Sealed;
import org.counterfoil.vault.SealedCapture;
import org.counterfoil.vault.SealedNo;
import org.counterfoil.vault.SealedRows;

/**
 * Stores what was told of people in the transaction of the events that say so: neither is there
 * without the other.
 */
final class PersonalRows {

  private final SealedRows rows;

  PersonalRows(SealedRows rows) {
    this.rows = rows;
  }

  /** To be called before the commit. What came with a refused command is stored nowhere. */
  void keep(List<Decided> decided) {
    for (Decided one : decided) {
      if (one.isAccepted()) {
        keep(one);
      }
    }
  }

  private void keep(Decided one) {
    Map<CaptureId, SealedCapture> sealed =
        one.submission().sealed().stream()
            .filter(SealedCapture.class::isInstance)
            .map(SealedCapture.class::cast)
            .collect(Collectors.toMap(SealedCapture::captureId, Function.identity()));
    for (Event event : one.events()) {
      switch (event) {
        case PersonalDataCaptured told -> insert(sealed, told.captureId());
        case PersonalDataRectified told -> insert(sealed, told.captureId());
        default -> {}
      }
    }
    for (Sealed each : one.submission().sealed()) {
      if (each instanceof SealedNo no) {
        one.events().stream()
            .flatMap(event -> saidNoAt(event, no).stream())
            .findFirst()
            .ifPresent(at -> rows.insert(no, at));
      }
    }
  }

  /** When, where this is the event by which that person says no, or is not asked any more. */
  private static Optional<Instant> saidNoAt(Event event, SealedNo no) {
    return switch (event) {
      case ObjectionMade made when isBy(no, made, made.purpose()) -> Optional.of(made.at());
      case ConsentWithdrawn back when isBy(no, back, back.purpose()) -> Optional.of(back.at());
      case ConsentRefused not when isBy(no, not, not.purpose()) -> Optional.of(not.at());
      case ConsentExpired over when isBy(no, over, over.purpose()) -> Optional.of(over.at());
      default -> Optional.empty();
    };
  }

  private static boolean isBy(SealedNo no, SubjectEvent event, PurposeKey purpose) {
    return no.subjectId().equals(event.subjectId()) && no.purpose().equals(purpose);
  }

  private void insert(Map<CaptureId, SealedCapture> sealed, CaptureId capture) {
    SealedCapture values = sealed.get(capture);
    if (values == null) {
      throw new IllegalStateException(
          "Expected what was told in " + capture + ", but it did not come with the command");
    }
    rows.insert(values);
  }
}
