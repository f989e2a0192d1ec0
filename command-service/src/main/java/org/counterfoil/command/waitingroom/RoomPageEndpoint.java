package org.counterfoil.command.waitingroom;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
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
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The buyer's page of a waiting room. It is the same for every performance and every buyer, so that
 * a cache may stand before it; what differs it asks the API for. It is served here and not with the
 * other pages, because everything it asks is answered by this service.
 */
@RestController
@Hidden
final class RoomPageEndpoint {

  private static final Locale FRENCH = Locale.FRENCH;
  private static final CacheControl BRIEFLY =
      CacheControl.maxAge(Duration.ofMinutes(1)).cachePublic();

  private final byte[] english = read("room_en.html");
  private final byte[] french = read("room_fr.html");
  private final byte[] script = read("room.js");
  private final byte[] style = read("room.css");
  private final byte[] check = read("Draw.java.txt");

  @GetMapping("/performances/{performanceId}/waiting-room")
  ResponseEntity<byte[]> page(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", "html", StandardCharsets.UTF_8))
        .cacheControl(BRIEFLY)
        .header("Vary", "Accept-Language")
        .body(isFrench(lang, request.getHeader("Accept-Language")) ? french : english);
  }

  @GetMapping("/waiting-room/room.js")
  ResponseEntity<byte[]> script() {
    return asset("javascript", script);
  }

  @GetMapping("/waiting-room/room.css")
  ResponseEntity<byte[]> style() {
    return asset("css", style);
  }

  /** Browsers ask for it beside what they were not sent by a page, such as JSON. */
  @GetMapping("/favicon.ico")
  ResponseEntity<Void> icon() {
    return ResponseEntity.noContent().cacheControl(CacheControl.maxAge(Duration.ofDays(1))).build();
  }

  /** The program of the README by which anybody checks a draw. */
  @GetMapping("/waiting-room/Draw.java")
  ResponseEntity<byte[]> check() {
    return asset("plain", check);
  }

  private static ResponseEntity<byte[]> asset(String subtype, byte[] content) {
    return ResponseEntity.ok()
        .contentType(new MediaType("text", subtype, StandardCharsets.UTF_8))
        .cacheControl(BRIEFLY)
        .body(content);
  }

  private static boolean isFrench(@Nullable String chosen, @Nullable String accepted) {
    if (chosen != null) {
      return chosen.equals(FRENCH.getLanguage());
    }
    try {
      List<Locale.LanguageRange> wanted =
          Locale.LanguageRange.parse(accepted == null ? "en" : accepted);
      return FRENCH.equals(Locale.lookup(wanted, List.of(Locale.ENGLISH, FRENCH)));
    } catch (IllegalArgumentException notALanguage) {
      return false;
    }
  }

  private static byte[] read(String name) {
    try (InputStream in = RoomPageEndpoint.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("Expected " + name + " in the jar, but it is missing");
      }
      return in.readAllBytes();
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }
}
