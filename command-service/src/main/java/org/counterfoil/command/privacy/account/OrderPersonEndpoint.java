package org.counterfoil.command.privacy.account;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.counterfoil.command.exchange.Exchange;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.command.privacy.account.OwnRights.OwnErasure;
import org.counterfoil.command.privacy.erasure.Certificate;
import org.counterfoil.command.privacy.export.PersonExport;
import org.counterfoil.command.privacy.rights.ObjectionWish;
import org.counterfoil.command.privacy.rights.Rectification;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.privacy.register.PurposeKey;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** What a buyer without an account told with its order: by the order's secret it looks after it. */
@RestController
@Tag(name = "Own data")
final class OrderPersonEndpoint {

  private static final String TOLD = "/api/v1/orders/{orderId}/personal-data";

  private final Accounts accounts;
  private final OwnRights own;

  OrderPersonEndpoint(Accounts accounts, OwnRights own) {
    this.accounts = accounts;
    this.own = own;
  }

  @GetMapping(TOLD)
  @Operation(
      summary = "What the buyer told with the order, and nothing else of it",
      description = "Recorded as a disclosure to the person itself before it is told.")
  @ApiResponse(
      responseCode = "200",
      description = "All of it",
      content = @Content(schema = @Schema(implementation = PersonExport.class)))
  ResponseEntity<byte[]> show(@PathVariable OrderId orderId, Exchange exchange) {
    exchange.access().permitOrder(orderId);
    return own.show(exchange, accounts.of(orderId));
  }

  @PatchMapping(TOLD)
  @Operation(summary = "Put right what was told, under the same purposes and notices")
  @ApiResponse(responseCode = "204", description = "What it was before is destroyed")
  ResponseEntity<byte[]> rectify(
      @PathVariable OrderId orderId, @RequestBody Sent<Rectification> sent, Exchange exchange) {
    exchange.access().permitOrder(orderId);
    return own.rectify(exchange, accounts.of(orderId), sent);
  }

  @DeleteMapping(TOLD + "/consents/{purpose}")
  @Operation(summary = "Take a consent back", description = "Repeating it changes nothing.")
  @ApiResponse(responseCode = "204", description = "Taken back")
  ResponseEntity<byte[]> withdraw(
      @PathVariable OrderId orderId, @PathVariable PurposeKey purpose, Exchange exchange) {
    exchange.access().permitOrder(orderId);
    return own.withdraw(exchange, accounts.of(orderId), purpose);
  }

  @PostMapping(TOLD + "/objections")
  @Operation(summary = "Object to a purpose; to marketing that is absolute")
  @ApiResponse(responseCode = "204", description = "Recorded")
  ResponseEntity<byte[]> object(
      @PathVariable OrderId orderId, @RequestBody Sent<ObjectionWish> sent, Exchange exchange) {
    exchange.access().permitOrder(orderId);
    return own.object(exchange, accounts.of(orderId), sent);
  }

  @PostMapping(TOLD + "/erasure")
  @Operation(
      summary = "Erase what was told, for some purposes or for all that may go",
      description = "The order and its tickets stay. 409 KEPT_BY_LAW where a purpose must stay.")
  @ApiResponse(
      responseCode = "200",
      description = "The certificate",
      content = @Content(schema = @Schema(implementation = Certificate.class)))
  ResponseEntity<byte[]> erase(
      @PathVariable OrderId orderId, @RequestBody Sent<OwnErasure> sent, Exchange exchange) {
    exchange.access().permitOrder(orderId);
    return own.erase(exchange, accounts.of(orderId), sent);
  }
}
