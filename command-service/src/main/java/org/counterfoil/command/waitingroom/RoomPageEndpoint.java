package org.counterfoil.command.waitingroom;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.counterfoil.command.page.FixedPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
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

  private final FixedPage page = new FixedPage(RoomPageEndpoint.class, "room");
  private final byte[] script = FixedPage.read(RoomPageEndpoint.class, "room.js");
  private final byte[] style = FixedPage.read(RoomPageEndpoint.class, "room.css");
  private final byte[] check = FixedPage.read(RoomPageEndpoint.class, "Draw.java.txt");

  @GetMapping("/performances/{performanceId}/waiting-room")
  ResponseEntity<byte[]> page(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return page.answer(lang, request.getHeader("Accept-Language"));
  }

  @GetMapping("/waiting-room/room.js")
  ResponseEntity<byte[]> script() {
    return FixedPage.asset("javascript", script);
  }

  @GetMapping("/waiting-room/room.css")
  ResponseEntity<byte[]> style() {
    return FixedPage.asset("css", style);
  }

  /** Browsers ask for it beside what they were not sent by a page, such as JSON. */
  @GetMapping("/favicon.ico")
  ResponseEntity<Void> icon() {
    return ResponseEntity.noContent().cacheControl(CacheControl.maxAge(Duration.ofDays(1))).build();
  }

  /** The program of the README by which anybody checks a draw. */
  @GetMapping("/waiting-room/Draw.java")
  ResponseEntity<byte[]> check() {
    return FixedPage.asset("plain", check);
  }
}
