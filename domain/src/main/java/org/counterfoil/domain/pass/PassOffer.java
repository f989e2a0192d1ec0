package org.counterfoil.domain.pass;

import java.time.Instant;
import java.util.Collections;
import java.util.Currency;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.counterfoil.domain.Horizon;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.jspecify.annotations.Nullable;

/**
 * Passes that an organisation sells. A pass costs as much as its uses.
 *
 * @param pass its code, which price types name
 * @param useMinor what one use costs, tax included, in minor units of the organisation's currency
 * @param taxRate of every ticket that it pays for: it is known, so that the tax is due when the
 *     pass is paid
 * @param usesPerPerformance how many uses for one performance at most; missing for any number
 * @param validDays for how many days from its payment it can be used; or else {@code validUntil}
 * @param validUntil until when (exclusive) it can be used, and is sold
 * @param channels where it is sold; empty for everywhere
 * @param roles who may sell it; empty for everybody, buyers included
 */
public record PassOffer(
    PassOfferCode pass,
    PublicLabel name,
    int uses,
    long useMinor,
    TaxRate taxRate,
    @Nullable Integer usesPerPerformance,
    @Nullable Integer validDays,
    @Nullable Instant validUntil,
    Set<SalesChannel> channels,
    Set<Role> roles) {

  static final int MOST_USES = 1_000;
  static final int MOST_DAYS = 3_650;

  /** The highest price of a pass, in minor units: enough of them still add up. */
  static final long MAX_PRICE_MINOR = 100_000_000L;

  public PassOffer {
    channels = sorted(channels);
    roles = sorted(roles);
  }

  /** Whether such a pass can be: nothing is missing, and no number is out of all proportion. */
  public boolean isSensible(Instant now) {
    boolean isPriced =
        uses >= 1
            && uses <= MOST_USES
            && useMinor >= 1
            && useMinor <= MAX_PRICE_MINOR
            && uses * useMinor <= MAX_PRICE_MINOR;
    boolean isLimited =
        usesPerPerformance == null || (usesPerPerformance >= 1 && usesPerPerformance <= uses);
    boolean isTimed =
        (validDays == null) != (validUntil == null)
            && (validDays == null || (validDays >= 1 && validDays <= MOST_DAYS))
            && Horizon.includes(validUntil, now);
    return isPriced && isLimited && isTimed;
  }

  /** Whether it is sold to this caller now. */
  public boolean isOfferedTo(Caller caller, Instant now) {
    return (validUntil == null || now.isBefore(validUntil))
        && (channels.isEmpty() || channels.contains(caller.channel()))
        && (roles.isEmpty() || caller.hasAnyOf(roles));
  }

  /** What is promised with one that is sold at this moment. */
  public PassTerms terms(Currency currency) {
    return new PassTerms(
        pass,
        name,
        uses,
        new Money(useMinor, currency),
        taxRate,
        usesPerPerformance,
        validDays,
        validUntil);
  }

  /** In a fixed order, because this is part of events. */
  private static <T extends Comparable<T>> SortedSet<T> sorted(Set<T> set) {
    return Collections.unmodifiableSortedSet(new TreeSet<>(set));
  }
}
