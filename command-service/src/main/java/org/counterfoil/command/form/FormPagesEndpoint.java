package org.counterfoil.command.form;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.counterfoil.command.page.FixedPage;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Serves the forms. They show nothing by themselves, so that everybody may load them: whose form it
 * is, and which hold, comes in the fragment of the address, which browsers send to nobody.
 */
@RestController
@Hidden
final class FormPagesEndpoint {

  private final FixedPage order = new FixedPage(FormPagesEndpoint.class, "order", "order");

  @GetMapping("/order")
  ResponseEntity<byte[]> order(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return order.answer(lang, request.getHeader("Accept-Language"));
  }
}
