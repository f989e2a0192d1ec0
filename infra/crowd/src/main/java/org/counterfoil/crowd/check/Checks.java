package org.counterfoil.crowd.check;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.crowd.check.SeenOrder.SeenTicket;

/**
 * What can be checked from outside, by those who were sold to. It complains only of what cannot be:
 * where times leave two readings, it takes the innocent one.
 */
public final class Checks {

  private Checks() {}

  /**
   * No seat is in two live holds or tickets (I1). Of two holds of a seat the one ended before the
   * other was answered; two sold ones cannot be.
   */
  public static Checked seatsHeldOnce(Collection<SeenHold> holds) {
    Complaints complaints = new Complaints("SEATS_HELD_ONCE");
    Map<String, List<SeenHold>> bySeat = new HashMap<>();
    for (SeenHold hold : holds) {
      hold.seats().forEach(seat -> bySeat.computeIfAbsent(seat, s -> new ArrayList<>()).add(hold));
    }
    bySeat.forEach(
        (seat, claims) -> {
          claims.sort(Comparator.comparingLong(SeenHold::answeredAt));
          for (int i = 1; i < claims.size(); i++) {
            SeenHold before = claims.get(i - 1);
            SeenHold after = claims.get(i);
            complaints.expect(
                canFollow(before, after) || canFollow(after, before),
                "Expected seat %s to be in one hold, but it was in %s and %s"
                    .formatted(seat, before.holdId(), after.holdId()));
          }
          long sold = claims.stream().filter(claim -> claim.state().equals("SOLD")).count();
          complaints.expect(
              sold <= 1,
              "Expected seat %s to be sold once, but it was %d times".formatted(seat, sold));
        });
    return complaints.result();
  }

  private static boolean canFollow(SeenHold before, SeenHold after) {
    return before.endsAfter() <= after.answeredAt();
  }

  /** Every acknowledged hold ends sold, released or expired (I7). */
  public static Checked holdsEnd(Collection<SeenHold> holds) {
    Complaints complaints = new Complaints("HOLDS_END");
    Set<String> ends = Set.of("SOLD", "RELEASED", "EXPIRED");
    for (SeenHold hold : holds) {
      complaints.expect(
          ends.contains(hold.state()),
          "Expected hold %s to have ended, but it is %s".formatted(hold.holdId(), hold.state()));
    }
    return complaints.result();
  }

  /** The same wish, sent again with its key, gives the same hold (I2). */
  public static Checked oneHoldPerKey(Map<String, Set<String>> holdsByKey) {
    Complaints complaints = new Complaints("ONE_HOLD_PER_KEY");
    holdsByKey.forEach(
        (key, holds) ->
            complaints.expect(
                holds.size() == 1,
                "Expected one hold for key %s, but there are %s".formatted(key, holds)));
    return complaints.result();
  }

  /** An admission gives one hold, and that to the visitor to whom it was given. */
  public static Checked tokensRefused(
      Map<String, Set<String>> holdsByAdmission, Set<String> holdsByAnothers) {
    Complaints complaints = new Complaints("TOKENS_REFUSED");
    holdsByAdmission
        .values()
        .forEach(
            holds ->
                complaints.expect(
                    holds.size() == 1,
                    "Expected one hold for an admission, but there are " + holds));
    complaints.expect(
        holdsByAnothers.isEmpty(),
        "Expected no hold by another's admission, but there are " + holdsByAnothers);
    return complaints.result();
  }

  /** Ticket ids, numbers, codes and seats are each given once (I1). */
  public static Checked ticketsUnique(Collection<SeenOrder> orders) {
    Complaints complaints = new Complaints("TICKETS_UNIQUE");
    Set<String> seen = new HashSet<>();
    for (SeenOrder order : orders) {
      for (SeenTicket ticket : order.tickets()) {
        complaints.expect(
            seen.add("id " + ticket.ticketId()), "Expected new tickets, but an id came twice");
        complaints.expect(
            seen.add("number " + ticket.number()),
            "Expected ticket number %d once, but it came twice".formatted(ticket.number()));
        complaints.expect(
            seen.add("code " + ticket.code()),
            "Expected the code of ticket %d once, but it came twice".formatted(ticket.number()));
        complaints.expect(
            ticket.seatId().isEmpty() || seen.add("seat " + ticket.seatId()),
            "Expected one ticket for seat %s, but there are two".formatted(ticket.seatId()));
      }
    }
    return complaints.result();
  }

  /** Every payment ends in tickets or comes back (I8). */
  public static Checked paymentsEnd(Collection<SeenOrder> orders) {
    Complaints complaints = new Complaints("PAYMENTS_END");
    for (SeenOrder order : orders) {
      long kept = order.capturedMinor() - order.refundedMinor();
      boolean isRight =
          switch (order.state()) {
            case "COMPLETED" ->
                kept == order.totalMinor() && order.tickets().size() == order.places();
            case "LAPSED" -> kept == 0 && order.tickets().isEmpty();
            default -> false;
          };
      complaints.expect(
          isRight,
          "Expected order %s to end in %d tickets or its money back, but it is %s with %d tickets and %d kept of %d"
              .formatted(
                  order.orderId(),
                  order.places(),
                  order.state(),
                  order.tickets().size(),
                  kept,
                  order.totalMinor()));
    }
    return complaints.result();
  }
}
