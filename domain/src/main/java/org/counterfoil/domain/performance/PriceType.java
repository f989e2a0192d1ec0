package org.counterfoil.domain.performance;

import java.time.Instant;
import java.util.Collections;
import java.util.Set;
import java.util.TreeSet;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.TaxRate;
import org.jspecify.annotations.Nullable;

/**
 * A price of a zone: full, concession, member, comp.
 *
 * @param faceValueMinor price printed on the ticket, tax included, in minor units of the list's
 *     currency; 0 for a comp
 * @param feeMinor what of it is a fee, tax included: it is part of the price and is sold, taxed and
 *     given back with it; 0 where there is none
 * @param channels where it is sold; empty for everywhere
 * @param roles who may sell it; empty for everybody, buyers included
 * @param from from when it is sold; missing for always
 * @param until until when (exclusive) it is sold; missing for ever
 * @param proof what is to be shown at the door; missing for nothing
 * @param pass which passes pay for it, and nothing else does; missing where money does
 * @param minPerformances over how many performances an order must be in which it is sold: a fixed
 *     subscription; missing for one
 */
public record PriceType(
    PriceTypeCode priceType,
    PublicLabel name,
    long faceValueMinor,
    TaxRate taxRate,
    long feeMinor,
    Set<SalesChannel> channels,
    Set<Role> roles,
    @Nullable Instant from,
    @Nullable Instant until,
    @Nullable Proof proof,
    @Nullable PassOfferCode pass,
    @Nullable Integer minPerformances) {

  public PriceType {
    // In a fixed order: sets of Set.of come in another one with every start of the JVM, and this is
    // part of events.
    channels = Collections.unmodifiableSortedSet(new TreeSet<>(channels));
    roles = Collections.unmodifiableSortedSet(new TreeSet<>(roles));
  }

  /** A price that is paid with money, of any one performance. */
  public PriceType(
      PriceTypeCode priceType,
      PublicLabel name,
      long faceValueMinor,
      TaxRate taxRate,
      long feeMinor,
      Set<SalesChannel> channels,
      Set<Role> roles,
      @Nullable Instant from,
      @Nullable Instant until,
      @Nullable Proof proof) {
    this(
        priceType,
        name,
        faceValueMinor,
        taxRate,
        feeMinor,
        channels,
        roles,
        from,
        until,
        proof,
        null,
        null);
  }

  /** A price without a fee inside it, for which nothing is to be shown. */
  public PriceType(
      PriceTypeCode priceType,
      PublicLabel name,
      long faceValueMinor,
      TaxRate taxRate,
      Set<SalesChannel> channels,
      Set<Role> roles,
      @Nullable Instant from,
      @Nullable Instant until) {
    this(priceType, name, faceValueMinor, taxRate, 0, channels, roles, from, until, null);
  }

  /** Whether it is offered to this caller now. A free ticket is never offered to a buyer. */
  public boolean isOfferedTo(Caller caller, Instant now) {
    boolean isOnTime =
        (from == null || !now.isBefore(from)) && (until == null || now.isBefore(until));
    boolean isChannel = channels.isEmpty() || channels.contains(caller.channel());
    boolean isRole = roles.isEmpty() || caller.hasAnyOf(roles);
    boolean isPaidOrStaff = faceValueMinor > 0 || caller.isStaff();
    return isOnTime && isChannel && isRole && isPaidOrStaff;
  }
}
