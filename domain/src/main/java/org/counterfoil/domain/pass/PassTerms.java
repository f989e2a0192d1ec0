package org.counterfoil.domain.pass;

import java.time.Duration;
import java.time.Instant;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.money.TaxSplit;
import org.counterfoil.domain.performance.PassOfferCode;
import org.jspecify.annotations.Nullable;

/**
 * What a pass promises whoever buys it; frozen when it is ordered.
 *
 * @param pass price types that name it are those it pays for
 * @param uses how many tickets it pays for
 * @param use what each of them costs, tax included
 * @param usesPerPerformance how many of them for one performance at most; missing for any number
 * @param validDays for how many days from its payment it can be used; missing where there is a date
 * @param validUntil until when (exclusive) it can be used; missing where days are counted
 */
public record PassTerms(
    PassOfferCode pass,
    PublicLabel name,
    int uses,
    Money use,
    TaxRate taxRate,
    @Nullable Integer usesPerPerformance,
    @Nullable Integer validDays,
    @Nullable Instant validUntil) {

  /** Some of its uses, each taxed by itself as the ticket will be that it pays for. */
  public PassUses uses(int count) {
    TaxSplit one = taxRate.split(use);
    return new PassUses(
        count,
        use.currency(),
        use.times(count).minor(),
        one.net().times(count).minor(),
        one.tax().times(count).minor(),
        taxRate);
  }

  /** When a pass ends that is paid at this moment. */
  public Instant endOfOnePaidAt(Instant paidAt) {
    if (validUntil != null) {
      return validUntil;
    }
    return paidAt.plus(Duration.ofDays(validDays == null ? 0 : validDays));
  }

  /** How many uses the amount is; 0 where it is not that of whole ones. */
  int usesIn(Money amount) {
    boolean isWhole =
        amount.currency().equals(use.currency())
            && amount.minor() > 0
            && amount.minor() % use.minor() == 0;
    return isWhole ? Math.toIntExact(amount.minor() / use.minor()) : 0;
  }
}
