package org.counterfoil.command.imports;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import org.counterfoil.command.imports.ImportMapping.DateForm;
import org.jspecify.annotations.Nullable;

/** Reads times as files write them; a day alone is its beginning. */
final class FileTimes {

  private static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");
  private static final DateTimeFormatter ISO =
      strict("uuuu-MM-dd[['T'][' ']HH:mm[:ss[.SSSSSS][.SSS]][XXX]]");
  private static final DateTimeFormatter DMY = strict("d/M/uuuu[ H:mm[:ss]]");

  private final DateTimeFormatter form;
  private final ZoneId zone;

  FileTimes(@Nullable DateForm form, ZoneId zone) {
    this.form = form == DateForm.DMY ? DMY : ISO;
    this.zone = zone;
  }

  private static DateTimeFormatter strict(String pattern) {
    return DateTimeFormatter.ofPattern(pattern, Locale.ROOT)
        .withResolverStyle(ResolverStyle.STRICT);
  }

  /** The moment; missing where it is none, or from before 1990. */
  @Nullable Instant read(String text) {
    try {
      TemporalAccessor read =
          form.parseBest(text, OffsetDateTime::from, LocalDateTime::from, LocalDate::from);
      Instant at =
          switch (read) {
            case OffsetDateTime exact -> exact.toInstant();
            case LocalDateTime local -> local.atZone(zone).toInstant();
            default -> LocalDate.from(read).atStartOfDay(zone).toInstant();
          };
      return at.isBefore(EARLIEST) ? null : at;
    } catch (DateTimeException none) {
      return null;
    }
  }
}
