package org.counterfoil.command.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import org.counterfoil.command.code.VoucherCodes;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.voucher.Voucher;
import org.counterfoil.domain.voucher.VoucherId;
import org.counterfoil.http.position.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has its code what is left of a voucher. */
@RestController
@Tag(name = "Selling")
final class VoucherEndpoint {

  private final VoucherCodes codes;
  private final VoucherHistory history;
  private final Clock clock;

  VoucherEndpoint(VoucherCodes codes, VoucherHistory history, Clock clock) {
    this.codes = codes;
    this.history = history;
    this.clock = clock;
  }

  /** A code; in the body, because paths are written down. */
  record VoucherQuestion(
      @Schema(example = "AGJYA-AAAAB-YAAAA-AAAAA-AAAAB-LBXHQ-2QJ7K-VN3TA") String voucherCode) {}

  /**
   * A voucher as it stands; amounts in minor units.
   *
   * @param taxRate of everything it can be spent for, where it is single-purpose
   * @param expiresAt until when (exclusive) it can be spent
   * @param isExpired whether that is over
   */
  record VoucherState(
      VoucherId voucherId,
      long amountMinor,
      long balanceMinor,
      Currency currency,
      @Nullable TaxRate taxRate,
      Instant expiresAt,
      boolean isExpired) {}

  @PostMapping("/api/v1/vouchers/state")
  @Operation(
      summary = "What is left of a voucher",
      description = "By its code, which is all that is needed. 404 UNKNOWN_VOUCHER.")
  ResponseEntity<VoucherState> state(@RequestBody Sent<VoucherQuestion> sent) {
    VoucherId id = codes.read(sent.value().voucherCode());
    if (id == null) {
      throw VoucherHistory.unknown();
    }
    VoucherHistory.Standing standing = history.of(id);
    Voucher voucher = standing.voucher();
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(standing.position()))
        .body(
            new VoucherState(
                id,
                voucher.issued().amount().minor(),
                voucher.balance().minor(),
                voucher.balance().currency(),
                voucher.issued().taxRate(),
                voucher.expiresAt(),
                !clock.instant().isBefore(voucher.expiresAt())));
  }
}
