package org.counterfoil.command.code;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Publishes the keys by which anybody can verify a ticket's code. */
@RestController
@Tag(name = "Admissions")
final class TicketKeysEndpoint {

  private final TicketCodes codes;

  TicketKeysEndpoint(TicketCodes codes) {
    this.codes = codes;
  }

  /** The keys, the one that signs last. */
  record Keys(List<TicketCodes.PublicKey> keys) {}

  @GetMapping("/api/v1/ticket-keys")
  @Operation(
      summary = "The public keys of ticket codes",
      description =
          "Ed25519. A code is base 32 (RFC 4648) of 90 bytes: format 1, key id (4), performance"
              + " (16), ticket number (4), issue (1), and the signature (64) of the 26 bytes before.")
  Keys keys() {
    return new Keys(codes.publicKeys());
  }
}
