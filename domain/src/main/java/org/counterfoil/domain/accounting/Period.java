package org.counterfoil.domain.accounting;

import java.time.LocalDate;

/** Days one after another, both ends included. */
public record Period(LocalDate from, LocalDate to) {

  public boolean includes(LocalDate date) {
    return !date.isBefore(from) && !date.isAfter(to);
  }
}
