package org.counterfoil.command.privacy.register;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Period;
import java.util.Map;
import java.util.Properties;
import org.counterfoil.command.page.FixedPage;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.privacy.controller.SupervisoryAuthority;
import org.counterfoil.domain.privacy.register.LanguageTag;
import org.counterfoil.domain.privacy.register.Purpose;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.counterfoil.domain.privacy.register.Retention;

/** What notices, forms and exports say to people (Art. 12 to 15 GDPR), in one language. */
public final class NoticeTexts {

  private static final Map<LanguageTag, NoticeTexts> ALL =
      Map.of(
          new LanguageTag("fr"), new NoticeTexts("notices_fr.properties"),
          new LanguageTag("en"), new NoticeTexts("notices.properties"));

  private final Properties messages = new Properties();

  private NoticeTexts(String file) {
    try {
      messages.load(
          new StringReader(
              new String(FixedPage.read(NoticeTexts.class, file), StandardCharsets.UTF_8)));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** In a language that there is. */
  public static NoticeTexts in(LanguageTag language) {
    NoticeTexts texts = ALL.get(language);
    if (texts == null) {
      throw new IllegalArgumentException("Expected fr or en, but it is " + language);
    }
    return texts;
  }

  /** What a built-in purpose is called. */
  PublicLabel name(String key) {
    return new PublicLabel(message("name." + key));
  }

  /** What a purpose is called: a built-in one in this language, another as it was declared. */
  public PublicLabel nameOf(Purpose purpose) {
    return nameOf(purpose.key(), purpose.name());
  }

  /** The same, of one that was declared by this name. */
  public PublicLabel nameOf(PurposeKey purpose, PublicLabel declared) {
    String key = "name." + purpose.value();
    boolean isAsBuiltIn =
        ALL.values().stream()
            .anyMatch(texts -> declared.value().equals(texts.messages.getProperty(key)));
    return isAsBuiltIn ? name(purpose.value()) : declared;
  }

  /** With whom a complaint may be lodged. */
  public String complaint(CountryCode country) {
    return message("complaint")
        .replace(
            "{authority}",
            SupervisoryAuthority.of(country)
                .map(SupervisoryAuthority::toString)
                .orElseGet(() -> message("complaint.anywhere")));
  }

  /** How long, in words: from what, and how many years or months. */
  public String period(Retention retention) {
    Period period = Period.parse(retention.period().value());
    String length =
        period.getMonths() == 0 && period.getYears() > 0
            ? counted("year", period.getYears())
            : counted("month", (int) period.toTotalMonths());
    return message("from." + retention.startsAt().name()).replace("{length}", length);
  }

  private String counted(String unit, int count) {
    return count + " " + message(count == 1 ? unit : unit + "s");
  }

  /** What is said under a key; the code itself, where an organisation made one of its own. */
  public String message(String list, String code) {
    return messages.getProperty(list + "." + code, code);
  }

  /** What is said under a key; nothing where there is nothing to say. */
  String orNothing(String key) {
    return messages.getProperty(key, "");
  }

  /** What is said under a key. */
  public String message(String key) {
    String message = messages.getProperty(key);
    if (message == null) {
      throw new IllegalStateException("Expected a message for " + key + ", but there is none");
    }
    return message;
  }
}
