package org.counterfoil.domain.privacy.request;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.function.Predicate;

/**
 * Until when a person who asked must have an answer: one month after the request (Art. 12(3) GDPR),
 * two more where it was extended; the last day is moved to the next working day (Regulation (EEC,
 * Euratom) 1182/71, art. 3(4)).
 */
public final class AnswerDue {

  private static final int MONTHS = 1;
  private static final int MORE_MONTHS = 2;

  private final Predicate<LocalDate> isHoliday;

  /** With the public holidays of the controller's country. */
  public AnswerDue(Predicate<LocalDate> isHoliday) {
    this.isHoliday = isHoliday;
  }

  /** The last day for the answer. */
  public LocalDate on(LocalDate receivedOn, boolean isExtended) {
    LocalDate day = receivedOn.plusMonths(isExtended ? MONTHS + MORE_MONTHS : MONTHS);
    while (isOff(day)) {
      day = day.plusDays(1);
    }
    return day;
  }

  private boolean isOff(LocalDate day) {
    return day.getDayOfWeek() == DayOfWeek.SATURDAY
        || day.getDayOfWeek() == DayOfWeek.SUNDAY
        || isHoliday.test(day);
  }
}
