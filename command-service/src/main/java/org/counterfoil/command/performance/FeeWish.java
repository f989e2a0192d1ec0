package org.counterfoil.command.performance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.performance.Fee;
import org.counterfoil.domain.performance.FeeBasis;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A fee beside tickets as sent; see {@link Fee} for the fields.
 *
 * @param required whether buyers cannot order without it; not where missing
 */
record FeeWish(
    @Schema(example = "BOOKING") FeeCode fee,
    @Schema(example = "Frais de réservation") PublicLabel name,
    @Schema(example = "150") long amountMinor,
    @Schema(example = "20") TaxRate taxRate,
    @Schema(example = "TICKET") FeeBasis basis,
    @Schema(example = "7088") @Nullable AccountNumber account,
    @Nullable Boolean required,
    @Nullable Set<SalesChannel> channels) {

  /** Each of them may be a line of every order. */
  private static final int MOST_FEES = 20;

  static List<Fee> list(List<FeeWish> wishes) {
    if (wishes.size() > MOST_FEES) {
      throw Problem.invalid(
              "fees", "Expected at most " + MOST_FEES + " fees, but there are " + wishes.size())
          .exception();
    }
    List<Fee> fees = new ArrayList<>();
    for (int i = 0; i < wishes.size(); i++) {
      fees.add(wishes.get(i).fee("fees[" + i + "]"));
    }
    return fees;
  }

  private Fee fee(String field) {
    if (name.value().getBytes(StandardCharsets.UTF_8).length > EventSize.LONGEST_PRICE_NAME) {
      throw Problem.invalid(
              field + ".name",
              "Expected at most "
                  + EventSize.LONGEST_PRICE_NAME
                  + " bytes in UTF-8, but there are more")
          .exception();
    }
    return new Fee(
        fee,
        name,
        amountMinor,
        taxRate,
        basis,
        account,
        Boolean.TRUE.equals(required),
        channels == null ? Set.of() : channels);
  }
}
