package org.counterfoil.query.screen;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.StringJoiner;
import org.springframework.context.i18n.LocaleContextHolder;

/**
 * Writes numbers, amounts and times as the reader's language has them. Templates know it as {@code
 * formats}.
 */
public final class Formats {

  /** A whole number. */
  public String count(long value) {
    return NumberFormat.getIntegerInstance(locale()).format(value);
  }

  /**
   * An amount with its currency, to the minor unit.
   *
   * @param minor in minor units
   * @param currency ISO 4217
   */
  public String money(long minor, String currency) {
    Currency unit = Currency.getInstance(currency);
    NumberFormat format = NumberFormat.getCurrencyInstance(locale());
    format.setCurrency(unit);
    format.setMinimumFractionDigits(unit.getDefaultFractionDigits());
    format.setMaximumFractionDigits(unit.getDefaultFractionDigits());
    return format.format(BigDecimal.valueOf(minor, unit.getDefaultFractionDigits()));
  }

  /** How many digits a currency's minor unit has. */
  public int digits(String currency) {
    return Currency.getInstance(currency).getDefaultFractionDigits();
  }

  /** See {@link CapacityBar}. */
  public CapacityBar bar(long capacity, long sold, long held, long heldBack) {
    return CapacityBar.of(capacity, sold, held, heldBack);
  }

  /** What part of a whole something is, with one decimal where it is needed. */
  public String share(long part, long whole) {
    NumberFormat format = NumberFormat.getPercentInstance(locale());
    format.setMaximumFractionDigits(1);
    return format.format(whole == 0 ? 0.0 : (double) part / whole);
  }

  /** A tax rate as it is kept, such as {@code "5.5"}. */
  public String taxRate(String percent) {
    NumberFormat format = NumberFormat.getPercentInstance(locale());
    format.setMaximumFractionDigits(3);
    return format.format(new BigDecimal(percent).movePointLeft(2));
  }

  /** A number of seconds. */
  public String seconds(double value) {
    NumberFormat format = NumberFormat.getNumberInstance(locale());
    format.setMaximumFractionDigits(1);
    return format.format(value);
  }

  /** Weekday, day and time, in the zone. */
  public String dayAndTime(Instant time, String zone) {
    return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
            .withLocale(locale())
            .format(time.atZone(ZoneId.of(zone)))
        + ", "
        + time(time, zone);
  }

  /** Day and time, short, in the zone. */
  public String shortDayAndTime(Instant time, String zone) {
    return DateTimeFormatter.ofPattern("EEE d MMM yyyy, HH:mm")
        .withLocale(locale())
        .format(time.atZone(ZoneId.of(zone)));
  }

  /** Day and time to the second, in the zone, with the zone's name. */
  public String moment(Instant time, String zone) {
    return moment(time, zone, locale());
  }

  /** The same in a language. */
  public String moment(Instant time, String zone, Locale language) {
    return DateTimeFormatter.ofPattern("d MMM yyyy, HH:mm:ss zzz")
        .withLocale(locale(language))
        .format(time.atZone(ZoneId.of(zone)));
  }

  /** A day. */
  public String day(LocalDate day) {
    return DateTimeFormatter.ofPattern("EEE d MMM yyyy").withLocale(locale()).format(day);
  }

  /** A period as it is kept, such as {@code P3Y}. */
  public String period(String iso) {
    return period(iso, locale());
  }

  /** The same in a language. */
  public String period(String iso, Locale language) {
    Period period = Period.parse(iso);
    boolean isFrench = locale(language).equals(Locale.FRANCE);
    StringJoiner words = new StringJoiner(" ");
    add(words, period.getYears(), isFrench ? "an" : "year", true);
    add(words, period.getMonths(), isFrench ? "mois" : "month", !isFrench);
    add(words, period.getDays(), isFrench ? "jour" : "day", true);
    return words.toString();
  }

  /**
   * What a country is called.
   *
   * @param code ISO 3166-1, two letters
   */
  public String country(String code) {
    return country(code, locale());
  }

  /** The same in a language. */
  public String country(String code, Locale language) {
    return Locale.of("", code).getDisplayCountry(locale(language));
  }

  /**
   * What a language is called.
   *
   * @param tag BCP 47
   */
  public String language(String tag) {
    return language(tag, locale());
  }

  /** The same in a language. */
  public String language(String tag, Locale language) {
    return Locale.forLanguageTag(tag).getDisplayLanguage(locale(language));
  }

  private static void add(StringJoiner words, int count, String word, boolean hasPlural) {
    if (count != 0) {
      words.add(count + "\u00a0" + word + (hasPlural && count > 1 ? "s" : ""));
    }
  }

  private static String time(Instant time, String zone) {
    return DateTimeFormatter.ofPattern("HH:mm").format(time.atZone(ZoneId.of(zone)));
  }

  /** For {@code <time datetime>}. */
  public String machine(Instant time) {
    return DateTimeFormatter.ISO_INSTANT.format(time);
  }

  /** English here is that of Europe: the day stands before the month. */
  private static Locale locale() {
    return locale(LocaleContextHolder.getLocale());
  }

  private static Locale locale(Locale asked) {
    return asked.getLanguage().equals(Locale.FRENCH.getLanguage()) ? Locale.FRANCE : Locale.UK;
  }
}
