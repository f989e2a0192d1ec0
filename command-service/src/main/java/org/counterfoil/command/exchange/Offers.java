package org.counterfoil.command.exchange;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.Fee;
import org.counterfoil.domain.performance.FeeBasis;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/** What a caller is offered: the price types of each zone, and fees. */
public final class Offers {

  private Offers() {}

  /**
   * A price type as it is offered; amounts in minor units, tax included in the face value.
   *
   * @param feeMinor what of it is a fee
   * @param proof what is to be shown at the door
   * @param pass which pass pays for it; missing where money does
   * @param minPerformances for how many performances it is ordered at once at least
   */
  public record Offer(
      @Schema(example = "FULL") PriceTypeCode priceType,
      @Schema(example = "Plein tarif") PublicLabel name,
      @Schema(example = "2500") long faceValueMinor,
      @Schema(example = "130") long taxMinor,
      @Schema(example = "5.5") TaxRate taxRate,
      @Schema(example = "0") long feeMinor,
      @Schema(example = "STUDENT") @Nullable Proof proof,
      @Nullable PassOfferCode pass,
      @Nullable Integer minPerformances) {}

  /**
   * What is asked for beside tickets; amounts in minor units, for one of the basis.
   *
   * @param isRequired whether the caller cannot order without it
   */
  public record OfferedFee(
      @Schema(example = "BOOKING") FeeCode fee,
      @Schema(example = "Frais de réservation") PublicLabel name,
      @Schema(example = "150") long amountMinor,
      @Schema(example = "25") long taxMinor,
      @Schema(example = "20") TaxRate taxRate,
      @Schema(example = "TICKET") FeeBasis basis,
      boolean isRequired) {}

  /** What is asked for through a channel. */
  public static List<OfferedFee> fees(PriceList prices, SalesChannel channel, Caller caller) {
    return prices.feesThrough(channel).stream().map(fee -> offer(fee, prices, caller)).toList();
  }

  private static OfferedFee offer(Fee fee, PriceList prices, Caller caller) {
    TaxSplit split = fee.taxRate().split(new Money(fee.amountMinor(), prices.currency()));
    return new OfferedFee(
        fee.fee(),
        fee.name(),
        fee.amountMinor(),
        split.tax().minor(),
        fee.taxRate(),
        fee.basis(),
        fee.isRequired() && !caller.isStaff());
  }

  /** The offers of each of the zones, in their order. */
  public static Map<ZoneName, List<Offer>> of(
      PriceList prices, Collection<ZoneName> zones, Caller caller, Instant now) {
    Map<ZoneName, List<Offer>> offers = new LinkedHashMap<>();
    for (ZoneName zone : zones) {
      offers.computeIfAbsent(
          zone,
          name ->
              prices.offersFor(name, caller, now).stream()
                  .map(type -> offer(type, prices))
                  .toList());
    }
    return offers;
  }

  private static Offer offer(PriceType type, PriceList prices) {
    TaxSplit split = type.taxRate().split(new Money(type.faceValueMinor(), prices.currency()));
    return new Offer(
        type.priceType(),
        type.name(),
        type.faceValueMinor(),
        split.tax().minor(),
        type.taxRate(),
        type.feeMinor(),
        type.proof(),
        type.pass(),
        type.minPerformances());
  }
}
