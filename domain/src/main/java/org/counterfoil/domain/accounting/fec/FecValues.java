package org.counterfoil.domain.accounting.fec;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads fields of a file. */
final class FecValues {

  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("uuuuMMdd", Locale.ROOT).withResolverStyle(ResolverStyle.STRICT);

  private FecValues() {}

  /** A date YYYYMMDD; missing where it is none. */
  static @Nullable LocalDate date(String text) {
    if (!text.matches("[0-9]{8}")) {
      return null;
    }
    try {
      return LocalDate.parse(text, DATE);
    } catch (DateTimeParseException noSuchDay) {
      return null;
    }
  }

  /** An amount with a decimal comma and no thousands, in hundredths; missing where it is none. */
  static @Nullable Long minor(String text) {
    if (!text.matches("-?[0-9]{1,15}(,[0-9]{1,2})?")) {
      return null;
    }
    return new BigDecimal(text.replace(',', '.')).movePointRight(2).longValueExact();
  }
}
