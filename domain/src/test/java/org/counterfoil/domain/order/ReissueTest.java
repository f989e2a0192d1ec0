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
import org.counterfoil.domain.order.OrderEvent.TicketReissued;
import org.counterfoil.domain.order.OrderEvent.TicketsInvalidated;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.PricedTicket;
import org.counterfoil.domain.seathold.TicketReason;
import org.junit.jupiter.api.Test;

/** A lost ticket keeps its number and gets another code. */
class ReissueTest {

  private static Desk sold(int reissues, Event... more) {
    List<Event> given = new ArrayList<>();
    given.add(Theatre.scheduled(NOW.plusSeconds(86_400), SaleRules.DEFAULT));
    given.add(Given.placed(HOLD, LIVE, "ORCH-A-1", "ORCH-A-2"));
    given.add(Given.ordered(HOLD, ORDER, LIVE));
    given.add(OrderFacts.placed(LIVE));
    given.add(Given.sold(HOLD, ORDER, 0, OrderFacts.tickets().toArray(PricedTicket[]::new)));
    given.add(OrderFacts.completed());
    for (int issue = 1; issue <= reissues; issue++) {
      given.add(reissued(issue));
    }
    given.addAll(List.of(more));
    return Desk.after(given);
  }

  private static TicketReissued reissued(int issue) {
    return new TicketReissued(ORDER, ORGANISATION, PERFORMANCE, Given.ticket(2), 2, issue);
  }

  private static Decision<?> reissueOf(Desk desk, int ticket) {
    return desk.decide(new ReissueTicket(ORDER, PERFORMANCE, Given.ticket(ticket)), NOW);
  }

  @Test
  void eachReissueIsOneIssueMore() {
    assertThat(reissueOf(sold(0), 2)).isEqualTo(Decision.accept(List.of(reissued(1))));
    assertThat(reissueOf(sold(1), 2)).isEqualTo(Decision.accept(List.of(reissued(2))));
    assertThat(sold(2).order(ORDER).issueOf(Given.ticket(2))).isEqualTo(2);
  }

  @Test
  void theOthersOfTheOrderKeepTheirCodes() {
    assertThat(sold(2).order(ORDER).issueOf(Given.ticket(1))).isZero();
  }

  @Test
  void whatWasNeverIssuedCannotBe() {
    assertThat(DecisionTable.answer(reissueOf(sold(0), 9))).isEqualTo("UNKNOWN_TICKET");
  }

  @Test
  void aCodeCanTellOf255Reissues() {
    assertThat(DecisionTable.answer(reissueOf(sold(254), 2))).isEqualTo("TicketReissued");
    assertThat(DecisionTable.answer(reissueOf(sold(255), 2))).isEqualTo("TOO_MANY_REISSUES");
  }

  @Test
  void aVoidTicketIsNotReissued_andTheOthersAre() {
    Desk desk =
        sold(
            0,
            new TicketsInvalidated(
                ORDER,
                ORGANISATION,
                PERFORMANCE,
                List.of(Given.ticket(2)),
                TicketReason.BOX_OFFICE_ERROR));

    assertThat(DecisionTable.answer(reissueOf(desk, 2))).isEqualTo("TICKET_VOID");
    assertThat(DecisionTable.answer(reissueOf(desk, 1))).isEqualTo("TicketReissued");
  }
}
