package org.counterfoil.eventstore.engine;

import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.SubjectMerged;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.jspecify.annotations.Nullable;

/**
 * Which events stand in the history of a hold (column {@code hold_id}). A waiting list's entry is
 * told about with the hold by which it is offered places; a scan is found by its own id, and what
 * was captured of people by the order that it was told for; who was merged by whom it is now.
 */
public final class HoldIds {

  private HoldIds() {}

  /** The hold, or what stands for one, by which the event is found; missing where there is none. */
  public static @Nullable UUID of(Event event) {
    return switch (event) {
      case SeatHoldEvent step -> step.holdId().value();
      case WaitingListEvent step -> step.entryId().value();
      case AdmissionEvent step -> step.scan().scanId().value();
      case PersonalDataCaptured told -> told.orderId() == null ? null : told.orderId().value();
      case SubjectMerged merged -> merged.into().value();
      default -> null;
    };
  }

  /** Whether events of this type belong to a hold's history. */
  public static boolean areIn(Class<?> type) {
    return SeatHoldEvent.class.isAssignableFrom(type)
        || WaitingListEvent.class.isAssignableFrom(type)
        || AdmissionEvent.class.isAssignableFrom(type)
        || type == PersonalDataCaptured.class
        || type == SubjectMerged.class;
  }
}
