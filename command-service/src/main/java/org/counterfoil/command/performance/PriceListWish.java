package org.counterfoil.command.performance;

import io.swagger.v3.oas.annotations.media.Schema;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.command.exchange.EventSize;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.performance.Fee;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceRejection;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceQuota;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.performance.ZonePrices;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.Violation;
import org.jspecify.annotations.Nullable;

/** Reads a price list as it is sent: price types by zone. */
final class PriceListWish {

  private PriceListWish() {}

  /**
   * A price type as sent; see {@link PriceType} for the fields.
   *
   * @param feeMinor what of the price is a fee, for buyers to see; none where missing
   * @param quota how many tickets of it are sold in the zone at most; missing for any number
   * @param proof what is to be shown at the door; nobody keeps what was shown
   * @param pass which of the organisation's passes pays for it, a use for a ticket: nothing else
   *     does
   * @param minPerformances for how many performances it is ordered at once at least; a fixed
   *     subscription
   */
  record PriceTypeWish(
      @Schema(example = "FULL") PriceTypeCode priceType,
      @Schema(example = "Plein tarif") PublicLabel name,
      @Schema(example = "2500") long faceValueMinor,
      @Schema(example = "5.5") TaxRate taxRate,
      @Schema(example = "0") @Nullable Long feeMinor,
      @Nullable Set<SalesChannel> channels,
      @Nullable Set<Role> roles,
      @Schema(example = "100") @Nullable Integer quota,
      @Nullable Instant from,
      @Nullable Instant until,
      @Schema(example = "STUDENT") @Nullable Proof proof,
      @Nullable PassOfferCode pass,
      @Nullable Integer minPerformances) {

    private PriceType priceType(String field) {
      if (name.value().getBytes(StandardCharsets.UTF_8).length > EventSize.LONGEST_PRICE_NAME) {
        throw Problem.invalid(
                field + ".name",
                "Expected at most "
                    + EventSize.LONGEST_PRICE_NAME
                    + " bytes in UTF-8, but there are more")
            .exception();
      }
      return new PriceType(
          priceType,
          name,
          faceValueMinor,
          taxRate,
          feeMinor == null ? 0 : feeMinor,
          channels == null ? Set.of() : channels,
          roles == null ? Set.of() : roles,
          from,
          until,
          proof,
          pass,
          minPerformances);
    }
  }

  /** The quotas among them. */
  static List<PriceQuota> quotas(Map<ZoneName, List<PriceTypeWish>> wish) {
    List<PriceQuota> quotas = new ArrayList<>();
    wish.forEach(
        (zone, types) -> {
          for (PriceTypeWish type : types) {
            if (type.quota() != null) {
              quotas.add(new PriceQuota(zone, type.priceType(), type.quota()));
            }
          }
        });
    return quotas;
  }

  /**
   * The price list in the organisation's currency.
   *
   * @param fees what is asked for beside tickets
   * @param said the currency that the request names; missing for the organisation's
   */
  static PriceList of(
      Map<ZoneName, List<PriceTypeWish>> wish,
      List<Fee> fees,
      @Nullable Currency said,
      Currency currency) {
    if (said != null && !said.equals(currency)) {
      String detail =
          "Expected prices in the organisation's currency, "
              + currency
              + ", but they are in "
              + said;
      throw Problem.refused(PerformanceRejection.WRONG_CURRENCY, detail)
          .withViolations(List.of(new Violation("currency", detail)))
          .exception();
    }
    List<ZonePrices> zones = new ArrayList<>();
    wish.forEach(
        (zone, types) -> {
          List<PriceType> prices = new ArrayList<>();
          for (int i = 0; i < types.size(); i++) {
            prices.add(types.get(i).priceType("priceList." + zone + "[" + i + "]"));
          }
          zones.add(new ZonePrices(zone, prices));
        });
    PriceList list = new PriceList(currency, zones, fees);
    EventSize.check("priceList", list);
    return list;
  }
}
