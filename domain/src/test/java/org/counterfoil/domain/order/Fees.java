package org.counterfoil.domain.order;

import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.WEB;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.performance.Fee;
import org.counterfoil.domain.performance.FeeBasis;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;

/** The fees of a price list. */
final class Fees {

  static final FeeCode BOOKING = new FeeCode("BOOKING");
  static final FeeCode DELIVERY = new FeeCode("DELIVERY");
  static final FeeCode ELSEWHERE = new FeeCode("ELSEWHERE");

  private Fees() {}

  /** Booking at 1.50 a ticket on the web, delivery at 3.00 an order, one of agents only. */
  static List<Fee> all(boolean isBookingRequired) {
    return List.of(
        fee(BOOKING, 150, FeeBasis.TICKET, null, isBookingRequired, Set.of(WEB)),
        fee(DELIVERY, 300, FeeBasis.ORDER, new AccountNumber("7085"), false, Set.of()),
        fee(ELSEWHERE, 100, FeeBasis.ORDER, null, true, Set.of(new SalesChannel("AGENT"))));
  }

  private static Fee fee(
      FeeCode code,
      long minor,
      FeeBasis basis,
      AccountNumber account,
      boolean isRequired,
      Set<SalesChannel> channels) {
    return new Fee(
        code,
        new PublicLabel("Fee " + code),
        minor,
        new TaxRate("20"),
        basis,
        account,
        isRequired,
        channels);
  }

  static LineId line(int n) {
    return new LineId(Theatre.id(800 + n));
  }

  /** A hold that was offered this version of the price list. */
  static HoldPlaced heldAtVersion(int version, HoldId hold, Instant expiresAt, String... seats) {
    return new HoldPlaced(
        PERFORMANCE,
        hold,
        Arrays.stream(seats).map(Given::heldSeat).toList(),
        List.of(),
        expiresAt,
        version,
        WEB,
        false,
        null,
        null,
        null);
  }
}
