package org.counterfoil.domain.performance;

import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.AccountNumber;
import org.jspecify.annotations.Nullable;

/**
 * What an organisation asks for beside its tickets: for booking, for sending them. It is a line of
 * its own in the order, with its own tax and account. (A fee that is inside a price is said there:
 * {@link PriceType#feeMinor}.) Nothing is ever asked that no price list names.
 *
 * @param amountMinor tax included, in minor units of the list's currency
 * @param account where its revenue is posted; missing for the chart's account of fees
 * @param isRequired whether buyers cannot order without it; staff may leave it out
 * @param channels where it is asked for; empty for everywhere
 */
public record Fee(
    FeeCode fee,
    PublicLabel name,
    long amountMinor,
    TaxRate taxRate,
    FeeBasis basis,
    @Nullable AccountNumber account,
    boolean isRequired,
    Set<SalesChannel> channels) {

  public Fee {
    // In a fixed order, as of a price type: this is part of events.
    channels = Collections.unmodifiableSortedSet(new TreeSet<>(channels));
  }

  boolean isOfferedThrough(SalesChannel channel) {
    return channels.isEmpty() || channels.contains(channel);
  }

  /** How often it is asked for in an order with so many tickets that are not free. */
  public int quantity(int paidTickets) {
    return switch (basis) {
      case ORDER -> Math.min(1, paidTickets);
      case TICKET -> paidTickets;
    };
  }
}
