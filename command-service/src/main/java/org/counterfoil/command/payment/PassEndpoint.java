package org.counterfoil.command.payment;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Instant;
import java.util.Currency;
import org.counterfoil.command.code.PassCodes;
import org.counterfoil.command.exchange.Sent;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.pass.Pass;
import org.counterfoil.domain.pass.PassId;
import org.counterfoil.domain.pass.PassTerms;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.http.position.Positions;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/** Tells whoever has its code how many uses of a pass are left. */
@RestController
@Tag(name = "Selling")
final class PassEndpoint {

  private final PassCodes codes;
  private final PassHistory history;
  private final Clock clock;

  PassEndpoint(PassCodes codes, PassHistory history, Clock clock) {
    this.codes = codes;
    this.history = history;
    this.clock = clock;
  }

  /** A code; in the body, because paths are written down. */
  record PassQuestion(
      @Schema(example = "AGJYA-AAAAB-YAAAA-AAAAA-AAAAB-LBXHQ-2QJ7K-VN3TA") String passCode) {}

  /**
   * A pass as it stands; amounts in minor units.
   *
   * @param pass price types that name it are those it pays for
   * @param useMinor what each ticket costs that it pays for
   * @param usesPerPerformance how many uses for one performance at most; missing for any number
   * @param expiresAt until when (exclusive) it can be used
   * @param isExpired whether that is over
   */
  record PassState(
      PassId passId,
      PassOfferCode pass,
      PublicLabel name,
      int uses,
      int usesLeft,
      long useMinor,
      Currency currency,
      TaxRate taxRate,
      @Nullable Integer usesPerPerformance,
      Instant expiresAt,
      boolean isExpired) {}

  @PostMapping("/api/v1/passes/state")
  @Operation(
      summary = "How many uses of a pass are left",
      description = "By its code, which is all that is needed. 404 UNKNOWN_PASS.")
  ResponseEntity<PassState> state(@RequestBody Sent<PassQuestion> sent) {
    PassId id = codes.read(sent.value().passCode());
    if (id == null) {
      throw PassHistory.unknown();
    }
    PassHistory.Standing standing = history.of(id);
    Pass pass = standing.pass();
    PassTerms terms = pass.issued().terms();
    return ResponseEntity.ok()
        .header(Positions.POSITION, Long.toString(standing.position()))
        .body(
            new PassState(
                id,
                terms.pass(),
                terms.name(),
                terms.uses(),
                pass.usesLeft(),
                terms.use().minor(),
                terms.use().currency(),
                terms.taxRate(),
                terms.usesPerPerformance(),
                pass.expiresAt(),
                !clock.instant().isBefore(pass.expiresAt())));
  }
}
