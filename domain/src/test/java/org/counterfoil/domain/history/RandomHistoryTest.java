package org.counterfoil.domain.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.heldback.HeldBackEvent;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentReturned;
import org.counterfoil.domain.history.RandomHistory.Outcome;
import org.counterfoil.domain.order.OrderCommand.PlaceOrder;
import org.counterfoil.domain.order.OrderEvent;
import org.counterfoil.domain.order.OrderEvent.OrderJoined;
import org.counterfoil.domain.order.OrderEvent.PaidByExchange;
import org.counterfoil.domain.order.OrderEvent.PassAsked;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.counterfoil.domain.order.OrderEvent.TicketsExchangedElsewhere;
import org.counterfoil.domain.performance.BuyerMark;
import org.counterfoil.domain.performance.PerformanceEvent;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.seathold.HeldSeat;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldCommand.OfferPlaces;
import org.counterfoil.domain.seathold.SeatHoldCommand.PlaceHold;
import org.counterfoil.domain.seathold.SeatHoldEvent;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.counterfoil.domain.seathold.SeatHoldRejection;
import org.counterfoil.domain.seathold.TicketEvent;
import org.counterfoil.domain.voucher.VoucherCommand.CreditVoucher;
import org.counterfoil.domain.voucher.VoucherCommand.SpendVoucher;
import org.counterfoil.domain.voucher.VoucherEvent;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherCredited;
import org.counterfoil.domain.voucher.VoucherEvent.VoucherSpent;
import org.counterfoil.domain.voucher.VoucherRejection;
import org.counterfoil.domain.waitinglist.WaitingListEvent;
import org.counterfoil.domain.waitinglist.WaitingListEvent.WaitingListJoined;
import org.counterfoil.domain.waitinglist.WaitingListSnapshot.Waiting;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;
import org.junit.jupiter.api.Test;

/**
 * What must always be true, over histories made by chance. {@code -Dcounterfoil.histories=20000}
 * makes more of them, {@code -Dcounterfoil.commands} longer ones, {@code -Dcounterfoil.seed}
 * repeats one.
 */
class RandomHistoryTest {

  private static final int HISTORIES = Integer.getInteger("counterfoil.histories", 200);
  private static final int COMMANDS = Integer.getInteger("counterfoil.commands", 100);

  @Test
  void whatMustAlwaysBeTrueIs() {
    long first = Long.getLong("counterfoil.seed", 20_261_127);
    System.out.println(
        HISTORIES + " histories of " + COMMANDS + " from -Dcounterfoil.seed=" + first);
    Map<String, Integer> outcomes = new TreeMap<>();

    for (long seed = first; seed < first + HISTORIES; seed++) {
      Outcome outcome = RandomHistory.run(seed, COMMANDS, Desk::new);

      assertThat(outcome.faults()).as("-Dcounterfoil.seed=%d", seed).isEmpty();
      outcome.outcomes().forEach((what, count) -> outcomes.merge(what, count, Integer::sum));
    }

    System.out.println(outcomes);
    if (HISTORIES >= 100) {
      assertThat(outcomes.keySet()).as("a walk that meets everything").containsAll(everyEvent());
    }
  }

  /** Every event of a sale but its beginning, which is given. */
  private static Set<String> everyEvent() {
    Set<String> events = new LinkedHashSet<>();
    events.addAll(DecisionTable.recordsOf(PerformanceEvent.class));
    events.addAll(DecisionTable.recordsOf(SeatHoldEvent.class));
    events.addAll(DecisionTable.recordsOf(TicketEvent.class));
    events.addAll(DecisionTable.recordsOf(WaitingRoomEvent.class));
    events.addAll(DecisionTable.recordsOf(HeldBackEvent.class));
    events.addAll(DecisionTable.recordsOf(WaitingListEvent.class));
    Set<String> orders = DecisionTable.recordsOf(OrderEvent.class);
    // These take several performances: JointHistoryTest has them.
    orders.remove(OrderJoined.class.getSimpleName());
    orders.remove(TicketsExchangedElsewhere.class.getSimpleName());
    orders.remove(PaidByExchange.class.getSimpleName());
    orders.remove(PassAsked.class.getSimpleName()); // has histories of its own
    events.addAll(orders);
    events.addAll(DecisionTable.recordsOf(VoucherEvent.class));
    return events;
  }

  @Test
  void aDeskThatDoesNotLookWhetherASeatIsHeldIsCaught() {
    assertThat(faults(GreedyDesk::new)).anyMatch(fault -> fault.contains("(I1)"));
  }

  @Test
  void aDeskThatSellsWhatIsHeldBackIsCaught() {
    assertThat(faults(OpenHandedDesk::new)).anyMatch(fault -> fault.contains("went to channel"));
  }

  @Test
  void aDeskThatOffersNothingIsCaught() {
    assertThat(faults(IdleDesk::new)).anyMatch(fault -> fault.contains("waits for what is free"));
  }

  @Test
  void aDeskThatServesTheLastFirstIsCaught() {
    assertThat(faults(UnfairDesk::new, 200)).anyMatch(fault -> fault.contains("was passed over"));
  }

  @Test
  void aDeskThatForgetsForWhomAnOfferIsIsCaught() {
    assertThat(faults(ForWhomeverDesk::new)).anyMatch(fault -> fault.contains("to buyer null"));
  }

  @Test
  void aDeskThatLosesWhatReturnsWhileItIsHeldIsCaught() {
    assertThat(faults(LosingDesk::new)).anyMatch(fault -> fault.contains("is held back diff"));
  }

  @Test
  void aDeskThatKeepsMoneyIsCaught() {
    assertThat(faults(KeepingDesk::new)).anyMatch(fault -> fault.contains("(I8)"));
  }

  @Test
  void aDeskThatDoesNotKnowItsBuyersIsCaught() {
    assertThat(faults(ForgivingDesk::new)).anyMatch(fault -> fault.contains("limit per buyer"));
  }

  @Test
  void aDeskThatDoesNotKeepQuotasIsCaught() {
    assertThat(faults(LavishDesk::new)).anyMatch(fault -> fault.startsWith("a quota of"));
  }

  @Test
  void aDeskThatChangesItsStateWhenAskedIsCaught() {
    assertThat(faults(HastyDesk::new)).anyMatch(fault -> fault.contains("deciding changed"));
  }

  @Test
  void aDeskWhoseLiveStateIsNotThatOfItsEventsIsCaught() {
    assertThat(faults(ForgetfulDesk::new)).anyMatch(fault -> fault.contains("(I4)"));
  }

  @Test
  void aDeskThatSpendsMoreThanAVoucherHasIsCaught() {
    assertThat(faults(GenerousDesk::new)).anyMatch(fault -> fault.contains("below zero"));
  }

  @Test
  void aDeskThatGivesAVoucherMoneyTwiceIsCaught() {
    assertThat(faults(DoublingDesk::new, 300)).anyMatch(fault -> fault.contains("is not owed"));
  }

  @Test
  void aDeskThatLetsAnAdmissionInTwiceIsCaught() {
    assertThat(faults(LaxDesk::new)).anyMatch(fault -> fault.contains("burnt twice"));
  }

  private static List<String> faults(Supplier<Desk> desks) {
    return faults(desks, 80);
  }

  /** Of as many histories as it takes for what seldom happens. */
  private static List<String> faults(Supplier<Desk> desks, int histories) {
    List<String> faults = new ArrayList<>();
    for (long seed = 1; seed <= histories; seed++) {
      faults.addAll(RandomHistory.run(seed, 100, desks).faults());
    }
    return faults;
  }

  /** What a desk would record that gives whatever is named. */
  private static HoldPlaced granted(PlaceHold wish, Instant now) {
    List<HeldSeat> seats =
        wish.places().seats().stream()
            .map(seat -> Theatre.PLAN.indexOf(seat))
            .map(i -> Theatre.PLAN.seat(i))
            .map(s -> new HeldSeat(Theatre.PLAN.indexOf(s.id()), s.id(), s.zone()))
            .toList();
    return new HoldPlaced(
        PERFORMANCE,
        wish.holdId(),
        seats,
        List.of(),
        now.plusSeconds(120),
        1,
        wish.claim().caller().channel(),
        false,
        null,
        null,
        null);
  }

  /** Gives every seat that exists, taken or not. */
  private static final class GreedyDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      boolean isTaken =
          decision instanceof Decision.Rejected<? extends Event> rejected
              && rejected.code().name().equals("SEAT_ALREADY_HELD");
      if (command instanceof PlaceHold wish && isTaken) {
        return Decision.accept(granted(wish, now));
      }
      return decision;
    }
  }

  /** Does not look whether a hold was placed with an admission before. */
  private static final class LaxDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      boolean isUsed =
          decision instanceof Decision.Rejected<? extends Event> rejected
              && rejected.code() == SeatHoldRejection.ADMISSION_USED;
      return isUsed && command instanceof PlaceHold wish
          ? Decision.accept(
              new HoldPlaced(
                  PERFORMANCE,
                  wish.holdId(),
                  List.of(),
                  List.of(),
                  now.plusSeconds(120),
                  1,
                  wish.claim().caller().channel(),
                  false,
                  null,
                  wish.claim().admission(),
                  null))
          : decision;
    }
  }

  /** Decides for everybody as for a stranger. */
  private static final class ForgivingDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      if (command instanceof PlaceHold wish) {
        HoldClaim claim = wish.claim();
        HoldClaim stranger =
            new HoldClaim(
                claim.caller(), null, claim.admission(), claim.presaleCode(), claim.holdCode());
        Decision<? extends Event> decision =
            super.decide(
                new PlaceHold(wish.performanceId(), wish.holdId(), wish.places(), stranger), now);
        return decision instanceof Decision.Accepted<? extends Event> accepted
            ? Decision.accept(
                accepted.events().stream().map(event -> forBuyer(event, claim.buyer())).toList())
            : decision;
      }
      return super.decide(command, now);
    }

    private static Event forBuyer(Event event, BuyerMark buyer) {
      return event instanceof HoldPlaced placed
          ? new HoldPlaced(
              placed.performanceId(),
              placed.holdId(),
              placed.seats(),
              placed.areas(),
              placed.expiresAt(),
              placed.priceListVersion(),
              placed.channel(),
              placed.isLimitOverridden(),
              buyer,
              placed.admission(),
              placed.presaleCode())
          : event;
    }
  }

  /** Gives everybody the seats that are held back. */
  private static final class OpenHandedDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      boolean isHeldBack =
          decision instanceof Decision.Rejected<? extends Event> rejected
              && rejected.code().name().equals("SEAT_NOT_FOR_SALE");
      return command instanceof PlaceHold wish && isHeldBack
          ? Decision.accept(granted(wish, now))
          : decision;
    }
  }

  /** Writes quotas down and does not keep them. */
  private static final class LavishDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      return command instanceof PlaceOrder order
          ? Desk.after(log().stream().filter(e -> !(e instanceof QuotasSet)).toList())
              .decide(order, now)
          : super.decide(command, now);
    }
  }

  /** Lets vouchers pay what they have not. */
  private static final class GenerousDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      return command instanceof SpendVoucher spend
              && decision instanceof Decision.Rejected<? extends Event> rejected
              && rejected.code() == VoucherRejection.VOUCHER_BALANCE_TOO_LOW
          ? Decision.accept(
              new VoucherSpent(
                  spend.voucherId(),
                  Theatre.ORGANISATION,
                  spend.orderId(),
                  spend.paymentId(),
                  spend.amount()))
          : decision;
    }
  }

  /** Does not know what it gave back already. */
  private static final class DoublingDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      return command instanceof CreditVoucher credit && decision.equals(Decision.accept())
          ? Decision.accept(
              new VoucherCredited(
                  credit.voucherId(),
                  Theatre.ORGANISATION,
                  credit.orderId(),
                  credit.refundId(),
                  credit.amount(),
                  now))
          : decision;
    }
  }

  /** Offers nothing to those who wait. */
  private static final class IdleDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      return command instanceof OfferPlaces ? Decision.accept() : super.decide(command, now);
    }
  }

  /** Offers as if nobody had said for whom it waits. */
  private static final class ForWhomeverDesk extends Desk {
    @Override
    public void apply(Event event) {
      super.apply(
          event instanceof WaitingListJoined joined
              ? new WaitingListJoined(
                  joined.performanceId(),
                  joined.entryId(),
                  joined.zone(),
                  joined.quantity(),
                  joined.channel(),
                  null)
              : event);
    }
  }

  /** Offers the first one's places to the last who asked for as many. */
  private static final class UnfairDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      return command instanceof OfferPlaces
          ? Decision.accept(Then.events(decision).stream().map(this::toTheLast).toList())
          : decision;
    }

    private Event toTheLast(Event event) {
      HoldPlaced offer = (HoldPlaced) event;
      List<Waiting> waiting = List.copyOf(inventory().waitingList().waiting());
      Waiting first =
          waiting.stream()
              .filter(entry -> entry.entryId().value().equals(offer.holdId().value()))
              .findFirst()
              .orElseThrow();
      Waiting last =
          waiting.reversed().stream()
              .filter(
                  entry ->
                      entry.zone().equals(first.zone()) && entry.quantity() == first.quantity())
              .findFirst()
              .orElseThrow();
      return new HoldPlaced(
          PERFORMANCE,
          new HoldId(last.entryId().value()),
          offer.seats(),
          offer.areas(),
          offer.expiresAt(),
          1,
          offer.channel(),
          false,
          last.buyer(),
          null,
          null);
    }
  }

  /** Forgets what a cascade or a return was about. */
  private static final class LosingDesk extends Desk {
    @Override
    public void apply(Event event) {
      if (event instanceof AllotmentReturned) {
        log().add(event);
      } else {
        super.apply(event);
      }
    }
  }

  /** Owes nothing back. */
  private static final class KeepingDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      if (decision instanceof Decision.Accepted<? extends Event> accepted) {
        List<Event> kept = new ArrayList<>(accepted.events());
        kept.removeIf(RefundDue.class::isInstance);
        return Decision.accept(kept);
      }
      return decision;
    }
  }

  /** Applies at once what it was only asked about. */
  private static final class HastyDesk extends Desk {
    @Override
    public Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      if (decision instanceof Decision.Accepted<? extends Event> accepted) {
        accepted.events().stream().filter(HoldPlaced.class::isInstance).forEach(this::apply);
      }
      return decision;
    }
  }

  /** Does not apply what it records. */
  private static final class ForgetfulDesk extends Desk {
    @Override
    public void apply(Event event) {
      if (event instanceof HoldExtended) {
        log().add(event);
      } else {
        super.apply(event);
      }
    }
  }
}
