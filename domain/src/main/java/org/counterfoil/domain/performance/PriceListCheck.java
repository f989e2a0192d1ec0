package org.counterfoil.domain.performance;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Horizon;
import org.counterfoil.domain.seating.SeatingPlan;
import org.counterfoil.domain.seating.ZoneCapacity;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/** Checks a price list against the seating plan: every place has a price that makes sense. */
record PriceListCheck(PriceList list, SeatingPlan plan, Instant now) {

  /** The highest price, in minor units: enough of them still add up without overflowing. */
  private static final long MAX_FACE_VALUE_MINOR = 1_000_000_000L;

  /** As many as there are holds in one order. */
  private static final int MOST_PERFORMANCES = 100;

  /** More tickets than any venue has places. */
  private static final int MAX_QUOTA = 10_000_000;

  /** Null where nothing is wrong; else the first refusal in the order of the codes. */
  @Nullable Decision<PerformanceEvent> refuse() {
    Decision<PerformanceEvent> refusal = ofEachZone(this::refuseUnknown);
    refusal = refusal == null ? refuseRepeatedZones() : refusal;
    refusal = refusal == null ? ofEachZone(PriceListCheck::refuseRepeatedTypes) : refusal;
    refusal = refusal == null ? ofEachZone(this::refuseSenseless) : refusal;
    refusal = refusal == null ? refuseFees() : refusal;
    return refusal == null ? refuseGaps() : refusal;
  }

  /** Null where every quota is of a price type of the list, once; else the refusal. */
  static @Nullable Decision<PerformanceEvent> refuseQuotas(
      PriceList list, List<PriceQuota> quotas) {
    Set<Object> seen = new HashSet<>();
    for (PriceQuota quota : quotas) {
      boolean isKnown = list.priceType(quota.zone(), quota.priceType()) != null;
      boolean isFirst = seen.add(List.of(quota.zone(), quota.priceType()));
      if (!isKnown || !isFirst || quota.quota() < 0 || quota.quota() > MAX_QUOTA) {
        return Decision.reject(
            PerformanceRejection.INVALID_QUOTA,
            "Expected quotas from 0 to "
                + MAX_QUOTA
                + ", one for a price type, but there is "
                + quota);
      }
    }
    return null;
  }

  private @Nullable Decision<PerformanceEvent> ofEachZone(
      Function<ZonePrices, @Nullable Decision<PerformanceEvent>> check) {
    for (ZonePrices zone : list.zones()) {
      Decision<PerformanceEvent> refusal = check.apply(zone);
      if (refusal != null) {
        return refusal;
      }
    }
    return null;
  }

  private @Nullable Decision<PerformanceEvent> refuseUnknown(ZonePrices zone) {
    boolean isKnown = plan.zones().stream().anyMatch(known -> known.name().equals(zone.zone()));
    return isKnown
        ? null
        : Decision.reject(
            PerformanceRejection.UNKNOWN_ZONE,
            "Expected zones of the seating plan, but \"" + zone.zone() + "\" is none");
  }

  private @Nullable Decision<PerformanceEvent> refuseRepeatedZones() {
    Set<ZoneName> names = new HashSet<>();
    return ofEachZone(
        zone ->
            names.add(zone.zone())
                ? null
                : Decision.reject(
                    PerformanceRejection.ZONE_REPEATED,
                    "Expected each zone once, but \"" + zone.zone() + "\" repeats"));
  }

  private static @Nullable Decision<PerformanceEvent> refuseRepeatedTypes(ZonePrices zone) {
    Set<PriceTypeCode> codes = new HashSet<>();
    for (PriceType type : zone.priceTypes()) {
      if (!codes.add(type.priceType())) {
        return Decision.reject(
            PerformanceRejection.PRICE_TYPE_REPEATED,
            "Expected each price type once in a zone, but "
                + type.priceType()
                + " repeats in \""
                + zone.zone()
                + "\"");
      }
    }
    return null;
  }

  private @Nullable Decision<PerformanceEvent> refuseSenseless(ZonePrices zone) {
    Decision<PerformanceEvent> refusal;
    for (PriceType type : zone.priceTypes()) {
      if (type.faceValueMinor() < 0 || type.faceValueMinor() > MAX_FACE_VALUE_MINOR) {
        return Decision.reject(
            PerformanceRejection.INVALID_PRICE,
            "Expected a face value from 0 to "
                + MAX_FACE_VALUE_MINOR
                + ", but that of "
                + type.priceType()
                + " is "
                + type.faceValueMinor());
      }
      if (type.feeMinor() < 0 || type.feeMinor() > type.faceValueMinor()) {
        return Decision.reject(
            PerformanceRejection.INVALID_PRICE,
            "Expected a fee inside the price of "
                + type.priceType()
                + " from 0 to "
                + type.faceValueMinor()
                + ", but it is "
                + type.feeMinor());
      }
      refusal = refuseSubscription(type);
      if (refusal != null) {
        return refusal;
      }
      Instant from = type.from();
      Instant until = type.until();
      boolean isWindow = from == null || until == null || from.isBefore(until);
      if (!isWindow || !Horizon.includes(from, now) || !Horizon.includes(until, now)) {
        return Decision.reject(
            PerformanceRejection.INVALID_PRICE,
            "Expected a window within a century, but "
                + type.priceType()
                + " is sold from "
                + (from == null ? "ever" : from)
                + " until "
                + (until == null ? "ever" : until));
      }
    }
    return null;
  }

  /** A pass pays for something; who has one chooses each performance by itself. */
  private static @Nullable Decision<PerformanceEvent> refuseSubscription(PriceType type) {
    Integer least = type.minPerformances();
    if (type.pass() != null && (type.faceValueMinor() == 0 || least != null)) {
      return Decision.reject(
          PerformanceRejection.INVALID_PRICE,
          "Expected a price for one performance that a pass pays for, but "
              + type.priceType()
              + " is free, or for several");
    }
    return least == null || (least >= 2 && least <= MOST_PERFORMANCES)
        ? null
        : Decision.reject(
            PerformanceRejection.INVALID_PRICE,
            "Expected a price for 2 to "
                + MOST_PERFORMANCES
                + " performances, or for one, but "
                + type.priceType()
                + " is for "
                + least);
  }

  private @Nullable Decision<PerformanceEvent> refuseFees() {
    Set<FeeCode> codes = new HashSet<>();
    for (Fee fee : list.fees()) {
      if (!codes.add(fee.fee())) {
        return Decision.reject(
            PerformanceRejection.FEE_REPEATED,
            "Expected each fee once, but " + fee.fee() + " repeats");
      }
    }
    for (Fee fee : list.fees()) {
      if (fee.amountMinor() < 1 || fee.amountMinor() > MAX_FACE_VALUE_MINOR) {
        return Decision.reject(
            PerformanceRejection.INVALID_FEE,
            "Expected a fee from 1 to "
                + MAX_FACE_VALUE_MINOR
                + ", but "
                + fee.fee()
                + " is "
                + fee.amountMinor());
      }
    }
    return null;
  }

  private @Nullable Decision<PerformanceEvent> refuseGaps() {
    for (ZoneCapacity zone : plan.zoneCapacities()) {
      boolean isPriced =
          list.zones().stream()
              .anyMatch(z -> z.zone().equals(zone.zone()) && !z.priceTypes().isEmpty());
      if (zone.capacity() > 0 && !isPriced) {
        return Decision.reject(
            PerformanceRejection.ZONE_WITHOUT_PRICE,
            "Expected a price for every zone that has places, but \""
                + zone.zone()
                + "\" has none");
      }
    }
    return null;
  }
}
