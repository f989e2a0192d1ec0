package org.counterfoil.query.accounts.papers;

import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.query.accounts.papers.Paper.Column;
import org.counterfoil.query.accounts.posting.OrganisationRow;

/** Words, amounts and times as they are printed, in French or English. */
final class PaperWords {

  private static final char NO_BREAK_SPACE = '\u00a0';

  private final ResourceBundle words;
  private final Locale locale;
  private final int digits;
  private final DateTimeFormatter days;
  private final DateTimeFormatter times;

  /**
   * In the language that was asked for.
   *
   * @param language fr or en; another ends the request as a 400
   */
  static PaperWords in(String language, OrganisationRow organisation) {
    Locale locale =
        switch (language) {
          case "fr" -> Locale.FRENCH;
          case "en" -> Locale.ENGLISH;
          default ->
              throw Problem.invalid("language", "Expected fr or en, but it is neither").exception();
        };
    return new PaperWords(locale, Currency.getInstance(organisation.currency()));
  }

  PaperWords(Locale locale, Currency currency) {
    this.locale = locale;
    this.digits = currency.getDefaultFractionDigits();
    this.words =
        ResourceBundle.getBundle(
            "org.counterfoil.query.accounts.papers.paper",
            locale,
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    boolean isFrench = locale.getLanguage().equals("fr");
    this.days = DateTimeFormatter.ofPattern(isFrench ? "dd/MM/yyyy" : "d MMM yyyy", locale);
    this.times =
        DateTimeFormatter.ofPattern(isFrench ? "dd/MM/yyyy HH:mm" : "d MMM yyyy, HH:mm", locale);
  }

  String language() {
    return locale.getLanguage();
  }

  /** The words of a key, with these values in it. */
  String say(String key, Object... values) {
    String text = words.getString(key);
    return values.length == 0 ? text : new MessageFormat(text, locale).format(values);
  }

  /** The words of a key; what has none stands for itself. */
  String sayOr(String key, String otherwise) {
    try {
      return words.getString(key);
    } catch (MissingResourceException own) {
      return otherwise;
    }
  }

  String day(LocalDate day) {
    return days.format(day);
  }

  String time(Instant at, ZoneId zone) {
    return times.format(at.atZone(zone));
  }

  String rate(String rate) {
    return rate.replace('.', symbols().getDecimalSeparator()) + NO_BREAK_SPACE + "%";
  }

  String money(long minor) {
    DecimalFormat format =
        new DecimalFormat("#,##0" + (digits == 0 ? "" : "." + "0".repeat(digits)), symbols());
    return format.format(BigDecimal.valueOf(minor, digits));
  }

  /** Columns of amounts net of tax, of tax, and tax included, under what is in the first. */
  List<Column> amounts(String first) {
    return List.of(
        new Column(first, 0.25f, false),
        new Column(say("net"), 0.25f, true),
        new Column(say("tax"), 0.25f, true),
        new Column(say("gross"), 0.25f, true));
  }

  /** A row of such a table. */
  List<String> amounts(String first, long netMinor, long taxMinor) {
    return List.of(first, money(netMinor), money(taxMinor), money(netMinor + taxMinor));
  }

  private DecimalFormatSymbols symbols() {
    DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
    if (locale.getLanguage().equals("fr")) {
      symbols.setDecimalSeparator(',');
      symbols.setGroupingSeparator(NO_BREAK_SPACE);
    }
    return symbols;
  }
}
