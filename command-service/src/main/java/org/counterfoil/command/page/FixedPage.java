package org.counterfoil.command.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * A page that is the same for everybody, in English and French: a template and its messages are put
 * together once, so that nothing is left to do when it is asked for. Its {@code #{key}} are
 * replaced by what {@code messages.properties} and {@code messages_fr.properties} say in its
 * package, or files of another name where a package has several pages.
 */
public final class FixedPage {

  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();
  private static final String WORDS = "words.";
  private static final Pattern KEY = Pattern.compile("#\\{([^}]*)}");

  private final byte[] english;
  private final byte[] french;

  /**
   * Reads {@code <name>.html} and its messages.
   *
   * @param beside the class whose package they are in
   * @throws IllegalStateException if a file or a message is missing
   */
  public FixedPage(Class<?> beside, String name) {
    this(beside, name, "messages");
  }

  /**
   * Reads {@code <name>.html} and {@code <messages>.properties}, where a package has several pages.
   *
   * @throws IllegalStateException if a file or a message is missing
   */
  public FixedPage(Class<?> beside, String name, String messages) {
    this(text(beside, name + ".html"), beside, messages);
  }

  private FixedPage(String template, Class<?> beside, String messages) {
    this.english = said(template, messages(beside, messages + ".properties"));
    this.french = said(template, messages(beside, messages + "_fr.properties"));
  }

  /**
   * A page within what such pages have in common: {@code #{page}} in {@code frame.html} is the
   * page, {@code #{script}} its script, and {@code #{words}} is all that the script says, each
   * message {@code words.so-and-so} as an attribute {@code data-so-and-so}.
   *
   * @param scripts where the script is served, which is named as the page
   * @throws IllegalStateException if a file or a message is missing
   */
  public static FixedPage framed(Class<?> beside, String name, String messages, String scripts) {
    String template =
        text(FixedPage.class, "frame.html")
            .replace("#{page}", text(beside, name + ".html"))
            .replace("#{script}", scripts + name + ".js");
    return new FixedPage(template, beside, messages);
  }

  private static String text(Class<?> beside, String name) {
    return new String(read(beside, name), StandardCharsets.UTF_8);
  }

  private static byte[] said(String template, Properties messages) {
    return KEY.matcher(template)
        .replaceAll(key -> Matcher.quoteReplacement(said(messages, key.group(1))))
        .getBytes(StandardCharsets.UTF_8);
  }

  private static String said(Properties messages, String key) {
    return key.equals("words") ? words(messages) : message(messages, key);
  }

  private static String words(Properties messages) {
    return messages.stringPropertyNames().stream()
        .filter(key -> key.startsWith(WORDS))
        .sorted()
        .map(key -> "data-" + key.substring(WORDS.length()) + "=\"" + message(messages, key) + '"')
        .collect(Collectors.joining("\n  "));
  }

  private static String message(Properties messages, String key) {
    String message = messages.getProperty(key);
    if (message == null) {
      throw new IllegalStateException(
          "Expected a message for \""
              + key
              + "\", but there is none in \""
              + messages.getProperty("lang")
              + "\"");
    }
    return message;
  }

  private static Properties messages(Class<?> beside, String name) {
    try {
      Properties messages = new Properties();
      messages.load(new StringReader(new String(read(beside, name), StandardCharsets.UTF_8)));
      return messages;
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /**
   * The page in the language chosen, or else one that the browser accepts.
   *
   * @param chosen {@code fr}, or anything else for English
   */
  public ResponseEntity<byte[]> answer(@Nullable String chosen, @Nullable String accepted) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .cacheControl(BRIEFLY)
        .header("Vary", "Accept-Language")
        .body(isFrench(chosen, accepted) ? french : english);
  }

  /** A file that a page needs. */
  public static ResponseEntity<byte[]> asset(String subtype, byte[] content) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
        .cacheControl(BRIEFLY)
        .body(content);
  }

  /** The bytes of a file beside a class. */
  public static byte[] read(Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Expected " + name + " in the jar, but it is missing");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static boolean isFrench(@Nullable String chosen, @Nullable String accepted) {
    if (chosen != null) {
      return chosen.equals(Locale.FRENCH.getLanguage());
    }
    try {
      List<Locale.LanguageRange> wanted =
          Locale.LanguageRange.parse(accepted == null ? "en" : accepted);
      return Locale.FRENCH.equals(Locale.lookup(wanted, List.of(Locale.ENGLISH, Locale.FRENCH)));
    } catch (IllegalArgumentException notALanguage) {
      return false;
    }
  }
}
