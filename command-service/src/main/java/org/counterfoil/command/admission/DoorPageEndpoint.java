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
 * The page of whoever stands at a gate. It shows nothing by itself, so that everybody may load it;
 * what it asks the API needs a login with a role.
 */
@RestController
@Hidden
final class DoorPageEndpoint {

  private final FixedPage page = new FixedPage(DoorPageEndpoint.class, "door");
  private final byte[] script = FixedPage.read(DoorPageEndpoint.class, "door.js");
  private final byte[] style = FixedPage.read(DoorPageEndpoint.class, "door.css");

  @GetMapping("/performances/{performanceId}/admission")
  ResponseEntity<byte[]> page(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return page.answer(lang, request.getHeader("Accept-Language"));
  }

  @GetMapping("/admission/door.js")
  ResponseEntity<byte[]> script() {
    return FixedPage.asset("javascript", script);
  }

  @GetMapping("/admission/door.css")
  ResponseEntity<byte[]> style() {
    return FixedPage.asset("css", style);
  }
}
