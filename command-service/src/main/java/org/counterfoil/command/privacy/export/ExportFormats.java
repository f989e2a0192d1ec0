package org.counterfoil.command.privacy.export;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;

/** Times and amounts as people read them. */
final class ExportFormats {

  private final Locale language;
  private final DateTimeFormatter moments;

  ExportFormats(boolean isFrench, ZoneId zone) {
    language = isFrench ? Locale.FRANCE : Locale.UK;
    moments =
        new DateTimeFormatterBuilder()
            .append(DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT))
            .appendPattern(" z")
            .toFormatter(language)
            .withZone(zone);
  }

  String moment(Instant at) {
    return moments.format(at);
  }

  /** An amount in minor units. */
  String money(long minor, String code) {
    Currency currency = Currency.getInstance(code);
    NumberFormat format = NumberFormat.getCurrencyInstance(language);
    format.setCurrency(currency);
    format.setMinimumFractionDigits(currency.getDefaultFractionDigits());
    format.setMaximumFractionDigits(currency.getDefaultFractionDigits());
    return format.format(BigDecimal.valueOf(minor, currency.getDefaultFractionDigits()));
  }
}
