package org.counterfoil.query.given;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.counterfoil.domain.heldback.AllotmentTerms;
import org.counterfoil.domain.heldback.HeldBackCommand.KillPlaces;
import org.counterfoil.domain.heldback.HeldBackCommand.LiftHoldCode;
import org.counterfoil.domain.heldback.HeldBackCommand.MakeAllotment;
import org.counterfoil.domain.heldback.HeldBackCommand.ReturnAllotment;
import org.counterfoil.domain.heldback.HeldBackCommand.ReturnDueAllotments;
import org.counterfoil.domain.heldback.HeldBackCommand.RevivePlaces;
import org.counterfoil.domain.heldback.HeldBackCommand.SetHoldCode;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.heldback.HeldBackPlaces;
import org.counterfoil.domain.heldback.HeldBackPlaces.InArea;
import org.counterfoil.domain.heldback.HeldBackPlaces.Named;
import org.counterfoil.domain.heldback.HeldBackReason;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.heldback.Keeper;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.AdmissionId;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.SeatHoldCommand.OfferPlaces;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.SeatId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.waitinglist.WaitingEntryId;
import org.counterfoil.domain.waitinglist.WaitingListCommand.JoinWaitingList;
import org.counterfoil.domain.waitinglist.WaitingListCommand.LeaveWaitingList;
import org.counterfoil.domain.waitinglist.WaitingListSnapshot.Waiting;

/** Staff who hold places back, sell from them and bring them back, by chance. */
final class KeepingByChance {

  private static final HoldCode CODE = new HoldCode("HOUSE");
  private static final List<SalesChannel> CHANNELS =
      List.of(new SalesChannel("AGENT"), new SalesChannel("PARTNER"));

  private final BoxOffice office;
  private final Random random;

  KeepingByChance(BoxOffice office, Random random) {
    this.office = office;
    this.random = random;
  }

  HoldClaim claim(Caller caller) {
    SalesChannel channel = random.nextInt(3) == 0 ? CHANNELS.get(0) : caller.channel();
    HoldCode code = random.nextInt(3) == 0 ? CODE : null;
    return new HoldClaim(
        new Caller(channel, caller.roles()), null, new AdmissionId(office.id()), null, code);
  }

  void act(PerformanceId performance) {
    wait(performance);
    switch (random.nextInt(8)) {
      case 0 ->
          office.decide(
              new SetHoldCode(performance, newId(), CODE, HeldBackReason.HOUSE, places()));
      case 1 ->
          office.decide(new KillPlaces(performance, newId(), HeldBackReason.TECHNICAL, places()));
      case 2 -> office.decide(new LiftHoldCode(performance, CODE));
      case 3 -> office.decide(new RevivePlaces(performance, any(performance)));
      case 4, 5 -> office.decide(new MakeAllotment(performance, terms(), places()));
      case 6 -> office.decide(new ReturnAllotment(performance, any(performance)));
      default -> office.decide(new ReturnDueAllotments(performance));
    }
  }

  /** Somebody waits for more than there is, or no more; and what came back is offered. */
  private void wait(PerformanceId performance) {
    List<Waiting> waiting =
        List.copyOf(office.seats(performance).inventory().waitingList().waiting());
    if (!waiting.isEmpty() && random.nextInt(3) == 0) {
      office.decide(new LeaveWaitingList(performance, waiting.getFirst().entryId()));
    } else {
      ZoneName zone =
          office.plan().zones().get(random.nextInt(office.plan().zones().size())).name();
      int quantity = 10 + random.nextInt(30);
      WaitingEntryId entry = new WaitingEntryId(office.id());
      office.decide(new JoinWaitingList(performance, entry, zone, quantity, House.COUNTER, null));
    }
    office.decide(new OfferPlaces(performance));
  }

  private List<AllotmentTerms> terms() {
    List<AllotmentTerms> terms = new ArrayList<>();
    for (SalesChannel channel : CHANNELS.subList(0, 1 + random.nextInt(2))) {
      Duration until = Duration.ofMinutes(10 + 20L * terms.size() + random.nextInt(10));
      terms.add(new AllotmentTerms(newId(), channel, office.now().plus(until)));
    }
    return terms;
  }

  private HeldBackPlaces places() {
    List<SeatId> seats = new ArrayList<>();
    int first = random.nextInt(office.plan().seatCount() - 5);
    for (int seat = first; seat < first + random.nextInt(5); seat++) {
      seats.add(office.plan().seat(seat).id());
    }
    return new Named(
        seats,
        random.nextBoolean()
            ? List.of(new InArea(new AreaName(House.PIT), 1 + random.nextInt(3)))
            : List.of());
  }

  private HeldBackId any(PerformanceId performance) {
    List<Keeper> known = List.copyOf(office.seats(performance).inventory().heldBack().keepers());
    return known.isEmpty() ? newId() : known.get(random.nextInt(known.size())).id();
  }

  private HeldBackId newId() {
    return new HeldBackId(office.id());
  }
}
