package org.counterfoil.query.given;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterfoil.domain.admission.AdmissionEvent;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.order.OrderEvent.TicketsExchanged;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.order.OrderEvent.TicketsRefunded;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.IssuedTicket;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldOrdered;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldSold;
import org.counterfoil.domain.seathold.TicketEvent.TicketsVoided;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.counterfoil.domain.waitingroom.WaitingRoom;
import org.counterfoil.domain.waitingroom.WaitingRoomDecider;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;
import org.jspecify.annotations.Nullable;

/**
 * Counts sales straight from the events, as simply as can be: the whole log from its beginning, one
 * event after the other, no tables. What the projection says is held against it.
 */
public final class NaiveCount {

  private final Map<HoldId, HoldPlaced> live = new HashMap<>();
  private final List<Sold> issued = new ArrayList<>();
  private final NaiveReturns returns = new NaiveReturns();
  private final NaiveHeldBack heldBack = new NaiveHeldBack();
  private final NaiveWaiting list = new NaiveWaiting();
  private final WaitingRoom room = new WaitingRoom();
  private final Map<String, Integer> scans = new HashMap<>();
  private boolean isRoomSet;

  /** A ticket, and the channel of its hold. */
  public record Sold(PricedTicket ticket, String channel) {}

  /**
   * Counts.
   *
   * @param counts which events of the log count
   */
  public NaiveCount(TestLog log, PerformanceId performance, Predicate<TestLog.Written> counts) {
    for (TestLog.Written written : log.written()) {
      if (counts.test(written)
          && written.event() instanceof SeatHoldEvent event
          && event.performanceId().equals(performance)) {
        count(event);
      }
      if (counts.test(written)
          && written.event() instanceof TicketsVoided event
          && event.performanceId().equals(performance)) {
        returns.count(event, heldBack);
      }
      if (counts.test(written)
          && written.event() instanceof PerformanceCancelled event
          && event.performanceId().equals(performance)) {
        returns.cancel();
      }
      if (counts.test(written)
          && written.event() instanceof TicketsExchanged event
          && event.performanceId().equals(performance)) {
        returns.count(event);
      }
      if (counts.test(written)
          && written.event() instanceof TicketsExchangedElsewhere event
          && event.performanceId().equals(performance)) {
        returns.count(event);
      }
      if (counts.test(written)
          && written.event() instanceof TicketsRefunded event
          && event.performanceId().equals(performance)) {
        returns.count(event);
      }
      if (counts.test(written)
          && written.event() instanceof WaitingListEvent event
          && event.performanceId().equals(performance)) {
        list.count(event);
      }
      if (counts.test(written)
          && written.event() instanceof AdmissionEvent scan
          && performance.equals(scan.door().performanceId())) {
        scans.merge(scan.getClass().getSimpleName(), 1, Integer::sum);
      }
      if (counts.test(written)
          && written.event() instanceof WaitingRoomSet set
          && set.performanceId().equals(performance)) {
        isRoomSet = true;
        room.set(set.terms());
      }
      if (counts.test(written)
          && written.event() instanceof WaitingRoomEvent event
          && event.performanceId().equals(performance)) {
        new WaitingRoomDecider().evolve(room, event);
      }
      if (counts.test(written)
          && written.event() instanceof HeldBackEvent event
          && event.performanceId().equals(performance)) {
        heldBack.count(event);
      }
    }
  }

  /** "waiting/places awaited/offered/taken". */
  public String waitingList() {
    return list.text();
  }

  /** "admitted/refused/contested". */
  public String admissions() {
    return Stream.of("TicketAdmitted", "AdmissionRefused", "AdmissionContested")
        .map(outcome -> String.valueOf(scans.getOrDefault(outcome, 0)))
        .collect(Collectors.joining("/"));
  }

  private void count(SeatHoldEvent event) {
    list.count(event);
    switch (event) {
      case HoldPlaced placed -> {
        live.put(placed.holdId(), placed);
        heldBack.take(placed);
      }
      case HoldSold ended -> {
        HoldPlaced hold = live.remove(ended.holdId());
        for (IssuedTicket ticket : ended.tickets()) {
          issued.add(new Sold(ticket.ticket(), hold.channel().value()));
        }
      }
      case HoldReleased ended -> heldBack.giveBack(live.remove(ended.holdId()));
      case HoldExpired ended -> heldBack.giveBack(live.remove(ended.holdId()));
      case HoldExtended extended -> {}
      case HoldOrdered ordered -> {}
    }
  }

  /** The waiting room as the domain sees it; null where there never was one. */
  public @Nullable WaitingRoom waitingRoom() {
    return isRoomSet ? room : null;
  }

  public long held() {
    return held(zone -> true);
  }

  public long held(String zone) {
    return held(zone::equals);
  }

  private long held(Predicate<String> zone) {
    long places = 0;
    for (HoldPlaced hold : live.values()) {
      places += hold.seats().stream().filter(seat -> zone.test(seat.zone().value())).count();
      places +=
          hold.areas().stream()
              .filter(area -> zone.test(area.zone().value()))
              .mapToLong(area -> area.quantity())
              .sum();
    }
    return places;
  }

  /** To whom the places of each open allotment go when it returns. */
  public Map<UUID, List<String>> cascades() {
    return heldBack.cascades();
  }

  /** Free places of a zone that are kept off general sale. */
  public long heldBack(String zone) {
    return heldBack.places(zone);
  }

  public long sold() {
    return issued.stream().filter(returns::isValid).count();
  }

  public long comps() {
    return issued.stream().filter(returns::isValid).filter(t -> t.ticket().isComp()).count();
  }

  public long grossMinor() {
    return issued.stream().mapToLong(returns::grossMinor).sum();
  }

  public long taxMinor() {
    return issued.stream().mapToLong(returns::taxMinor).sum();
  }

  /** "tickets/gross/tax" by what the function tells of a ticket. */
  public Map<String, String> by(Function<Sold, String> key) {
    Map<String, long[]> sums = new TreeMap<>();
    for (Sold ticket : issued) {
      long[] sum = sums.computeIfAbsent(key.apply(ticket), k -> new long[3]);
      sum[0] += returns.isValid(ticket) ? 1 : 0;
      sum[1] += returns.grossMinor(ticket);
      sum[2] += returns.taxMinor(ticket);
    }
    Map<String, String> texts = new TreeMap<>();
    sums.values().removeIf(sum -> sum[0] == 0 && sum[1] == 0);
    sums.forEach((k, sum) -> texts.put(k, sum[0] + "/" + sum[1] + "/" + sum[2]));
    return texts;
  }

  /** 0 free, 1 held, 2 sold, 3 held back, of every seat in plan order. */
  public List<Integer> seats(int seatCount, Function<String, Integer> indexOf) {
    List<Integer> states = new ArrayList<>(java.util.Collections.nCopies(seatCount, 0));
    for (int seat = 0; seat < seatCount; seat++) {
      states.set(seat, heldBack.isKept(seat) ? 3 : 0);
    }
    live.values().forEach(h -> h.seats().forEach(seat -> states.set(seat.index(), 1)));
    for (Sold ticket : issued) {
      if (ticket.ticket().seatId() != null && !returns.isPlaceBack(ticket)) {
        states.set(indexOf.apply(ticket.ticket().seatId().value()), 2);
      }
    }
    return states;
  }
}
