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

  private final FixedPage order = page("order", "order");
  private final FixedPage newsletter = page("newsletter", "newsletter");
  private final FixedPage confirmation = page("link", "confirmation");
  private final FixedPage withdrawal = page("link", "withdrawal");

  private final FixedPage ownData = page("my-data", "my-data");
  private final FixedPage account = page("account", "account");

  private static FixedPage page(String name, String messages) {
    return FixedPage.framed(FormPagesEndpoint.class, name, messages, "/forms/");
  }

  @GetMapping("/order")
  ResponseEntity<byte[]> order(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return order.answer(lang, request.getHeader("Accept-Language"));
  }

  @GetMapping("/organisations/{organisationId}/newsletter")
  ResponseEntity<byte[]> newsletter(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return newsletter.answer(lang, request.getHeader("Accept-Language"));
  }

  @GetMapping("/organisations/{organisationId}/account")
  ResponseEntity<byte[]> account(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return account.answer(lang, request.getHeader("Accept-Language"));
  }

  @GetMapping("/confirmations")
  ResponseEntity<byte[]> confirmation(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return confirmation.answer(lang, request.getHeader("Accept-Language"));
  }

  @GetMapping("/withdrawals")
  ResponseEntity<byte[]> withdrawal(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return withdrawal.answer(lang, request.getHeader("Accept-Language"));
  }

  @GetMapping("/my-data")
  ResponseEntity<byte[]> ownData(
      @RequestParam(required = false) @Nullable String lang, HttpServletRequest request) {
    return ownData.answer(lang, request.getHeader("Accept-Language"));
  }
}
