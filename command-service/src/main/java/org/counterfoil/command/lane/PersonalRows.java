package org.counterfoil.command.lane;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataRectified;
import org.counterfoil.vault.SealedCapture;
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
            .collect(Collectors.toMap(SealedCapture::captureId, Function.identity()));
    for (Event event : one.events()) {
      switch (event) {
        case PersonalDataCaptured told -> insert(sealed, told.captureId());
        case PersonalDataRectified told -> insert(sealed, told.captureId());
        default -> {}
      }
    }
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
