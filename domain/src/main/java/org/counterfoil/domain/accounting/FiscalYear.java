package org.counterfoil.domain.accounting;

import java.time.LocalDate;

/** A fiscal year, both days included. */
public record FiscalYear(LocalDate from, LocalDate to) {

  public boolean includes(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }
}
