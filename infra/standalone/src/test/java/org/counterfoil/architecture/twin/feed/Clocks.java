package org.counterfoil.architecture.twin.feed;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.Date;

/** Times of its own; only the last is driven. */
class Clocks {

  Instant instant() {
    return Instant.now();
  }

  LocalDate day() {
    return LocalDate.now(ZoneId.of("UTC"));
  }

  ZonedDateTime local() {
    return ZonedDateTime.now(ZoneId.of("UTC"));
  }

  long millis() {
    return System.currentTimeMillis();
  }

  Clock utc() {
    return Clock.systemUTC();
  }

  @SuppressWarnings("JavaUtilDate") // That it is bad is the point.
  Date date() {
    return new Date();
  }

  Instant driven(Clock clock) {
    return Instant.now(clock);
  }
}
