package org.counterfoil.command.admission;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.counterfoil.command.page.FixedPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page of a performance's guest list. It shows nobody by itself, so that everybody may load it;
 * what it asks the API needs a login with a role.
 */
@RestController
@Hidden
final class GuestsPageEndpoint {

  private final FixedPage page =
      FixedPage.framed(GuestsPageEndpoint.class, "guests", "guests", "/admission/");
  private final byte[] script = FixedPage.read(GuestsPageEndpoint.class, "guests.js");

  @GetMapping("/performances/{performanceId}/guests")
  ResponseEntity<byte[]> page(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return page.answer(lang, request.getHeader("Accept-Language"));
  }

  @GetMapping("/admission/guests.js")
  ResponseEntity<byte[]> script() {
    return FixedPage.asset("javascript", script);
  }
}
