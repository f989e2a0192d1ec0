package org.counterfoil.command.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files beside a class, and a page in English and French among them. */
public final class FixedPage {

  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

  private final byte[] english;
  private final byte[] french;

  /**
   * Reads {@code <name>_en.html} and {@code <name>_fr.html}.
   *
   * @param beside the class whose package they are in
   */
  public FixedPage(Class<?> beside, String name) {
    this.english = read(beside, name + "_en.html");
    this.french = read(beside, name + "_fr.html");
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
