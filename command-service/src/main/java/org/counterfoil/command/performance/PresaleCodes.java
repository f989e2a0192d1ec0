package org.counterfoil.command.performance;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import org.counterfoil.command.buyer.PresaleCode;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.Presale;
import org.counterfoil.http.access.Secrets;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads a presale as it is sent, and forgets its codes: what is kept stands for them. */
@Component
final class PresaleCodes {

  private final Secrets secrets;

  PresaleCodes(Secrets secrets) {
    this.secrets = secrets;
  }

  /**
   * Who may buy before the sale opens.
   *
   * @param codes any of them is enough
   * @param opensAt from when; at once where missing
   * @param closesAt until when; until the sale opens where missing
   * @param maxSeatsPerCode the most places one code is good for; any number where missing
   */
  record PresaleWish(
      @ArraySchema(schema = @Schema(example = "FRIENDS-2026")) List<PresaleCode> codes,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Schema(example = "4") @Nullable Integer maxSeatsPerCode) {}

  /**
   * What is told of a presale.
   *
   * @param codes how many there are
   */
  record PresaleTerms(
      int codes,
      @Nullable Instant opensAt,
      @Nullable Instant closesAt,
      @Nullable Integer maxSeatsPerCode) {

    static @Nullable PresaleTerms of(@Nullable Presale presale) {
      return presale == null
          ? null
          : new PresaleTerms(
              presale.codes().size(),
              presale.window().opensAt(),
              presale.window().closesAt(),
              presale.maxSeatsPerCode());
    }
  }

  /** The presale wished for, or null where none is; a list without codes is none. */
  @Nullable Presale of(PerformanceId performance, @Nullable PresaleWish wish) {
    if (wish == null || wish.codes().isEmpty()) {
      return null;
    }
    return new Presale(
        wish.codes().stream().map(code -> code.mark(performance, secrets)).toList(),
        new OnsaleWindow(wish.opensAt(), wish.closesAt()),
        wish.maxSeatsPerCode());
  }
}
