package org.counterfoil.domain.seathold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Given.LIVE;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.util.UUID;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.seathold.SeatHoldCommand.ReleaseHold;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.junit.jupiter.api.Test;

/** The holds of one order live and end together. */
class HoldsOfAnOrderTest {

  private static final OrderId ORDER = new OrderId(new UUID(7, 1));
  private static final OrderId OTHER = new OrderId(new UUID(7, 2));
  private static final HoldId FIRST = Given.hold(1);
  private static final HoldId SECOND = Given.hold(2);
  private static final HoldId OF_OTHER = Given.hold(3);
  private static final HoldId UNORDERED = Given.hold(4);

  private final Desk desk = Desk.after(Given.onsale(SaleRules.DEFAULT));

  HoldsOfAnOrderTest() {
    desk.apply(Given.placed(FIRST, LIVE, "ORCH-A-1"));
    desk.apply(Given.placed(SECOND, LIVE, "ORCH-A-2"));
    desk.apply(Given.placed(OF_OTHER, LIVE, "ORCH-A-3"));
    desk.apply(Given.placed(UNORDERED, LIVE, "ORCH-A-4"));
    desk.apply(Given.ordered(FIRST, ORDER, LIVE));
    desk.apply(Given.ordered(SECOND, ORDER, LIVE));
    desk.apply(Given.ordered(OF_OTHER, OTHER, LIVE));
  }

  @Test
  void whereOneIsGivenBackTheOthersOfItsOrderAreToo() {
    assertThat(Then.events(desk.handle(new ReleaseHold(PERFORMANCE, SECOND), NOW)))
        .containsExactly(
            new HoldReleased(PERFORMANCE, SECOND, ORDER),
            new HoldReleased(PERFORMANCE, FIRST, ORDER));
    assertThat(desk.inventory().placedHolds())
        .extracting(SeatHold::id)
        .containsExactly(OF_OTHER, UNORDERED);
  }

  @Test
  void aHoldWithoutAnOrderIsGivenBackAlone() {
    assertThat(Then.events(desk.handle(new ReleaseHold(PERFORMANCE, UNORDERED), NOW)))
        .containsExactly(new HoldReleased(PERFORMANCE, UNORDERED, null));
  }
}
