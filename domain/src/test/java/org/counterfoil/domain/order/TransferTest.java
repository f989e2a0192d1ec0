package org.counterfoil.domain.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.order.OrderFacts.HOLD;
import static org.counterfoil.domain.order.OrderFacts.ORDER;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.order.OrderCommand.ReissueTicket;
import org.counterfoil.domain.order.OrderCommand.TransferTicket;
import org.counterfoil.domain.order.OrderEvent.TicketReissued;
import org.counterfoil.domain.order.OrderEvent.TicketTransferred;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketReason;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A ticket that is given to somebody else keeps its number, and is the giver's no more. */
class TransferTest {

  private static Desk sold(Event... more) {
    List<Event> given = new ArrayList<>();
    given.add(Theatre.scheduled(NOW.plusSeconds(86_400), SaleRules.DEFAULT));
    given.add(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2"));
    given.add(Given.ordered(HOLD, ORDER, LIVE));
    given.add(OrderFacts.placed(LIVE));
    given.add(Given.sold(HOLD, ORDER, 0, OrderFacts.tickets().toArray(PricedTicket[]::new)));
    given.add(OrderFacts.completed());
    given.addAll(List.of(more));
    return Desk.after(given);
  }

  private static TicketTransferred transferred(int issue) {
    return new TicketTransferred(ORDER, ORGANISATION, PERFORMANCE, Given.ticket(2), 2, issue);
  }

  private static Decision<?> transfer(Desk desk, @Nullable Integer heldSince, boolean isAdmitted) {
    return desk.decide(
        new TransferTicket(ORDER, PERFORMANCE, Given.ticket(2), heldSince, isAdmitted), NOW);
  }

  private static String answer(Desk desk, @Nullable Integer heldSince) {
    return DecisionTable.answer(transfer(desk, heldSince, false));
  }

  @Test
  void itGetsItsNextCode_andTheOthersOfTheOrderKeepTheirs() {
    Desk desk = sold(transferred(1));

    assertThat(transfer(sold(), 0, false)).isEqualTo(Decision.accept(List.of(transferred(1))));
    assertThat(desk.order(ORDER).isTransferred(Given.ticket(2))).isTrue();
    assertThat(desk.order(ORDER).issueOf(Given.ticket(2))).isEqualTo(1);
    assertThat(desk.order(ORDER).isTransferred(Given.ticket(1))).isFalse();
    assertThat(desk.order(ORDER).issueOf(Given.ticket(1))).isZero();
  }

  @Test
  void onlyItsPresentHolderGivesItOn_orStaff() {
    Desk second = sold(transferred(1), transferred(2));

    assertThat(answer(second, 0)).isEqualTo("TICKET_TRANSFERRED");
    assertThat(answer(second, 1)).isEqualTo("TICKET_TRANSFERRED");
    assertThat(transfer(second, 2, false)).isEqualTo(Decision.accept(List.of(transferred(3))));
    assertThat(transfer(second, null, false)).isEqualTo(Decision.accept(List.of(transferred(3))));
  }

  @Test
  void aDuplicateIsItsHoldersStill() {
    TicketReissued lost =
        new TicketReissued(ORDER, ORGANISATION, PERFORMANCE, Given.ticket(2), 2, 2);

    Desk desk = sold(transferred(1), lost);

    assertThat(transfer(desk, 1, false)).isEqualTo(Decision.accept(List.of(transferred(3))));
    assertThat(
            DecisionTable.answer(
                desk.decide(new ReissueTicket(ORDER, PERFORMANCE, Given.ticket(2)), NOW)))
        .isEqualTo("TicketReissued");
  }

  @Test
  void whatWasUsedIsVoidOrUnpaidIsNotGivenAway() {
    Desk isVoid =
        sold(
            new TicketsInvalidated(
                ORDER,
                ORGANISATION,
                PERFORMANCE,
                List.of(Given.ticket(2)),
                TicketReason.DUPLICATE));

    assertThat(DecisionTable.answer(transfer(sold(), 0, true))).isEqualTo("TICKET_ADMITTED");
    assertThat(DecisionTable.answer(transfer(sold(), null, true))).isEqualTo("TICKET_ADMITTED");
    assertThat(answer(isVoid, 0)).isEqualTo("TICKET_VOID");
  }

  @Test
  void ofWhatIsOverOrCancelledNothingIsGivenAway() {
    assertThat(answer(sold(new PerformanceCompleted(PERFORMANCE)), 0))
        .isEqualTo("PERFORMANCE_COMPLETED");
    assertThat(
            answer(
                sold(
                    new PerformanceCancelled(PERFORMANCE, CancellationReason.ILLNESS, false, null)),
                0))
        .isEqualTo("PERFORMANCE_CANCELLED");
  }

  @Test
  void aCodeCanTellOf255() {
    assertThat(answer(sold(transferred(254)), 254)).isEqualTo("TicketTransferred");
    assertThat(answer(sold(transferred(255)), 255)).isEqualTo("TOO_MANY_REISSUES");
  }
}
