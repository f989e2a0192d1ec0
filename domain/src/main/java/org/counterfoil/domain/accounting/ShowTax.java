package org.counterfoil.domain.accounting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import org.counterfoil.domain.PublicLabel;
import org.jspecify.annotations.Nullable;

/**
 * The French tax on live shows: 3.5 % of the receipts net of VAT, arising when the performance ends
 * (CIBS L.452-14 and following). School performances and certain subsidised ones are exempt (CIBS
 * L.452-21, -22); below 80.00 a year nothing is due. What a production is, its tax category says.
 */
public final class ShowTax {

  /** In percent. */
  public static final String RATE = "3.5";

  /** From how much a year it is due, in minor units. */
  public static final long THRESHOLD_MINOR = 8_000;

  private static final BigDecimal FACTOR = new BigDecimal("0.035");

  private static final Set<String> SHOWS = Set.of("LIVE_SHOW", "DRAMATIC_SHOW", "VARIETY_SHOW");

  private static final Map<String, Exemption> EXEMPT =
      Map.of("SCHOOL_SHOW", Exemption.SCHOOL, "SUBSIDISED_SHOW", Exemption.SUBSIDISED);

  private ShowTax() {}

  /** Why no tax is due on a performance. */
  public enum Exemption {
    SCHOOL,
    SUBSIDISED,
    /** It is something else, such as sport or an exhibition. */
    NOT_A_SHOW
  }

  /**
   * Why a production is exempt; missing where it is not.
   *
   * @param taxCategory what is missing counts as a show: nobody is exempt by saying nothing
   */
  public static @Nullable Exemption exemption(@Nullable PublicLabel taxCategory) {
    if (taxCategory == null || SHOWS.contains(taxCategory.value())) {
      return null;
    }
    return EXEMPT.getOrDefault(taxCategory.value(), Exemption.NOT_A_SHOW);
  }

  /** On the net receipts of one performance, rounded half up; nothing on what was given back. */
  public static long taxMinor(long netReceiptsMinor) {
    return BigDecimal.valueOf(Math.max(0, netReceiptsMinor))
        .multiply(FACTOR)
        .setScale(0, RoundingMode.HALF_UP)
        .longValueExact();
  }

  /** What is due of a year's tax. */
  public static long dueMinor(long yearMinor) {
    return yearMinor < THRESHOLD_MINOR ? 0 : yearMinor;
  }
}
