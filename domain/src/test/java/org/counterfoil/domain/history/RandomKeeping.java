package org.counterfoil.domain.history;

import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.PLAN;
import static org.counterfoil.domain.Theatre.WEB;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Desk;
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
import org.counterfoil.domain.heldback.HeldBackPlaces.BestOfZone;
import org.counterfoil.domain.heldback.HeldBackPlaces.InArea;
import org.counterfoil.domain.heldback.HeldBackPlaces.Named;
import org.counterfoil.domain.heldback.HeldBackReason;
import org.counterfoil.domain.heldback.HoldCode;
import org.counterfoil.domain.heldback.Keeper;
import org.counterfoil.domain.performance.Caller;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seating.SeatId;

/** Holds places back, brings them back and sells from what is held back, by chance. */
final class RandomKeeping {

  private static final List<HoldCode> CODES = List.of(new HoldCode("HOUSE"), new HoldCode("PRESS"));
  private static final List<SalesChannel> CHANNELS =
      List.of(WEB, new SalesChannel("AGENT"), new SalesChannel("PARTNER"));

  private final Random random;
  private final Desk desk;
  private final Supplier<UUID> ids;

  RandomKeeping(Random random, Desk desk, Supplier<UUID> ids) {
    this.random = random;
    this.desk = desk;
    this.ids = ids;
  }

  /** Staff name a code now and then; others come through the channel of an allotment. */
  HoldClaim claim(HoldClaim plain) {
    Caller caller = plain.caller();
    HoldCode code = random.nextInt(4) == 0 ? pick(CODES) : null;
    SalesChannel channel = random.nextInt(3) == 0 ? pick(CHANNELS) : caller.channel();
    return new HoldClaim(
        new Caller(channel, caller.roles()),
        plain.buyer(),
        plain.admission(),
        plain.presaleCode(),
        code);
  }

  Command next(Instant now) {
    HeldBackReason reason = pick(List.of(HeldBackReason.values()));
    return switch (random.nextInt(8)) {
      case 0 -> new SetHoldCode(PERFORMANCE, newId(), pick(CODES), reason, places());
      case 1 -> new KillPlaces(PERFORMANCE, newId(), reason, places());
      case 2 -> new LiftHoldCode(PERFORMANCE, pick(CODES));
      case 3 -> new RevivePlaces(PERFORMANCE, anyId());
      case 4, 5 -> new MakeAllotment(PERFORMANCE, terms(now), places());
      case 6 -> new ReturnAllotment(PERFORMANCE, anyId());
      default -> new ReturnDueAllotments(PERFORMANCE);
    };
  }

  private List<AllotmentTerms> terms(Instant now) {
    List<AllotmentTerms> terms = new ArrayList<>();
    Instant returnsAt = now;
    int steps = 1 + random.nextInt(3);
    for (int step = 0; step < steps; step++) {
      returnsAt = returnsAt.plusSeconds(random.nextInt(-5, 300));
      boolean isLast = step == steps - 1;
      terms.add(
          new AllotmentTerms(
              newId(), pick(CHANNELS), isLast && random.nextBoolean() ? null : returnsAt));
    }
    return terms;
  }

  private HeldBackPlaces places() {
    if (random.nextInt(3) == 0) {
      return new BestOfZone(pick(PLAN.zones()).name(), random.nextInt(4));
    }
    List<SeatId> seats = new ArrayList<>();
    int first = random.nextInt(PLAN.seatCount());
    for (int seat = 0; seat < random.nextInt(3); seat++) {
      seats.add(PLAN.seat((first + seat) % PLAN.seatCount()).id());
    }
    List<InArea> areas =
        random.nextBoolean() ? List.of() : List.of(new InArea(PIT, random.nextInt(3)));
    return new Named(seats, areas);
  }

  private HeldBackId anyId() {
    List<HeldBackId> known =
        desk.inventory().heldBack().keepers().stream().map(Keeper::id).toList();
    return known.isEmpty() || random.nextInt(20) == 0 ? newId() : pick(known);
  }

  private HeldBackId newId() {
    return new HeldBackId(ids.get());
  }

  private <T> T pick(List<T> from) {
    return from.get(random.nextInt(from.size()));
  }
}
