package org.counterfoil.domain.privacy.subject;

import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;

/** What somebody has to do with an order for which it told something, or was told of. */
public enum OrderRole {
  /** Who ordered. */
  BUYER,
  /** Who was named for one ticket. */
  HOLDER,
  /** Whom staff put on the list of those who are let in, with all tickets of the order. */
  GUEST;

  /** Of what was told for an order. */
  public static OrderRole of(PersonalDataCaptured told) {
    if (told.ticketId() != null) {
      return HOLDER;
    }
    return told.door() == CaptureDoor.ADMISSION_LIST ? GUEST : BUYER;
  }
}
