package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.order.JointOrderCommand.TakeJointPayment;
import org.counterfoil.domain.order.OrderEvent.PaidByExchange;
import org.counterfoil.domain.order.OrderEvent.RefundDue;
import org.junit.jupiter.api.Test;

/**
 * What must always be true of orders over several performances, over histories made by chance.
 * {@code -Dcounterfoil.histories} makes more of them, {@code -Dcounterfoil.seed} repeats one.
 */
class JointHistoryTest {

  private static final int HISTORIES = Integer.getInteger("counterfoil.histories", 200);
  private static final int COMMANDS = 100;

  @Test
  void ofEveryJointOrderAllIsSoldOrNothing() {
    long first = Long.getLong("counterfoil.seed", 20_261_128);
    System.out.println(HISTORIES + " joint histories from -Dcounterfoil.seed=" + first);
    Map<String, Integer> outcomes = new TreeMap<>();

    for (long seed = first; seed < first + HISTORIES; seed++) {
      JointHistory.Outcome outcome = JointHistory.run(seed, COMMANDS, Tour::new);

      assertThat(outcome.faults()).as("-Dcounterfoil.seed=%d", seed).isEmpty();
      outcome.outcomes().forEach((what, count) -> outcomes.merge(what, count, Integer::sum));
    }

    System.out.println(outcomes);
    if (HISTORIES >= 100) {
      assertThat(outcomes.keySet())
          .contains(
              "OrderJoined",
              "OrderCompleted",
              "OrderLapsed",
              "RefundDue",
              "OrderPutOnAccount",
              "PaymentFailed",
              "HoldReleased",
              "TicketsVoided",
              "PaymentTakenBack",
              "PaymentRestored",
              "PAYMENT_TAKEN_BACK",
              "TicketsExchangedElsewhere",
              "PaidByExchange",
              "DIFFERENCE_TO_PAY",
              "TICKET_VOID",
              "HOLD_EXPIRED",
              "HOLD_ORDERED",
              "PARTIAL_PAYMENT",
              "ORDER_LAPSED",
              "OVERPAYMENT");
    }
  }

  /** Crashes that lose the reminders make it later, and nothing else. */
  @Test
  void partsThatHearNothingOfEachOtherAreSoldTogetherOrNotAtAll() {
    assertThat(faults(Deaf::new)).isEmpty();
  }

  @Test
  void aDeskThatSellsOnePartAloneIsCaught() {
    assertThat(faults(Hasty::new)).anyMatch(fault -> fault.startsWith("Expected all parts of"));
  }

  @Test
  void aDeskThatKeepsMoneyIsCaught() {
    assertThat(faults(Keeping::new)).anyMatch(fault -> fault.contains("(I8)"));
  }

  @Test
  void aDeskThatForgetsWhatTicketsCarriedIsCaught() {
    assertThat(faults(Forgetful::new)).anyMatch(fault -> fault.contains("to be kept for"));
  }

  private static List<String> faults(Supplier<? extends Tour> tours) {
    List<String> faults = new ArrayList<>();
    for (long seed = 1; seed <= 60; seed++) {
      faults.addAll(JointHistory.run(seed, COMMANDS, tours).faults());
    }
    return faults;
  }

  private static final class Deaf extends Tour {
    @Override
    boolean isReminded() {
      return false;
    }
  }

  /** Takes all that is there for the first part, and forgets that there are others. */
  private static final class Hasty extends Tour {
    @Override
    Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      return command instanceof TakeJointPayment take
              && decision instanceof Decision.Accepted<? extends Event> accepted
          ? Decision.accept(
              accepted.events().stream().filter(event -> isOf(event, take.parts())).toList())
          : decision;
    }

    private static boolean isOf(Event event, List<OrderPart> parts) {
      return switch (event) {
        case OrderEvent step -> step.orderId().equals(parts.getFirst().orderId());
        case org.counterfoil.domain.seathold.SeatHoldEvent step ->
            step.performanceId().equals(parts.getFirst().performanceId());
        default -> true;
      };
    }
  }

  /** The new order is said to be paid with less than the old one gave. */
  private static final class Forgetful extends Tour {
    @Override
    Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      return decision instanceof Decision.Accepted<? extends Event> accepted
          ? Decision.accept(accepted.events().stream().map(Forgetful::less).toList())
          : decision;
    }

    private static Event less(Event event) {
      return event instanceof PaidByExchange paid && !paid.carried().isEmpty()
          ? new PaidByExchange(
              paid.orderId(),
              paid.organisationId(),
              paid.performanceId(),
              paid.fromOrderId(),
              paid.fromPerformanceId(),
              paid.currency(),
              List.of())
          : event;
    }
  }

  private static final class Keeping extends Tour {
    @Override
    Decision<? extends Event> decide(Command command, Instant now) {
      Decision<? extends Event> decision = super.decide(command, now);
      return decision instanceof Decision.Accepted<? extends Event> accepted
          ? Decision.accept(
              accepted.events().stream().filter(event -> !(event instanceof RefundDue)).toList())
          : decision;
    }
  }
}
