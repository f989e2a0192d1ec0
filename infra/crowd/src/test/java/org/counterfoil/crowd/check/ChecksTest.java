package org.counterfoil.crowd.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.counterfoil.crowd.check.SeenOrder.SeenTicket;
import org.junit.jupiter.api.Test;

/** Each check is silent where all is well, and complains of the one thing it is for. */
class ChecksTest {

  private static final long FOR_EVER = Long.MAX_VALUE;

  private static SeenHold hold(String id, String seat, long asked, long ends, String state) {
    return new SeenHold(id, List.of(seat), asked, asked + 10, ends, state);
  }

  private static SeenTicket ticket(int number, String seat) {
    return new SeenTicket("id" + number, number, "code" + number, seat);
  }

  private static SeenOrder order(
      String id, String state, long captured, long refunded, SeenTicket... tickets) {
    return new SeenOrder(id, 1, 2_500, state, captured, refunded, List.of(tickets));
  }

  @Test
  void aSeatMayBeHeldAgainOnceItsHoldHasEnded() {
    Checked checked =
        Checks.seatsHeldOnce(
            List.of(
                hold("one", "A-1", 0, 100, "EXPIRED"),
                hold("two", "A-1", 95, FOR_EVER, "SOLD"),
                hold("three", "A-2", 0, FOR_EVER, "SOLD")));

    assertThat(checked.holds()).isTrue();
    assertThat(checked.checked()).isEqualTo(3);
  }

  @Test
  void aSeatInTwoLiveHoldsIsFound() {
    Checked checked =
        Checks.seatsHeldOnce(
            List.of(hold("one", "A-1", 0, 100, "EXPIRED"), hold("two", "A-1", 50, 150, "EXPIRED")));

    assertThat(checked.faults()).isEqualTo(1);
    assertThat(checked.examples().getFirst()).contains("A-1").contains("one").contains("two");
  }

  @Test
  void aSeatThatWasSoldTwiceIsFound() {
    Checked checked =
        Checks.seatsHeldOnce(
            List.of(
                hold("one", "A-1", 0, FOR_EVER, "SOLD"),
                hold("two", "A-1", 5_000, FOR_EVER, "SOLD")));

    assertThat(checked.faults()).as("both live, and both sold").isEqualTo(2);
  }

  @Test
  void aHoldWithoutAnEndIsFound() {
    assertThat(Checks.holdsEnd(List.of(hold("one", "A-1", 0, 9, "RELEASED"))).holds()).isTrue();
    assertThat(Checks.holdsEnd(List.of(hold("one", "A-1", 0, 9, "PLACED"))).faults()).isEqualTo(1);
  }

  @Test
  void aKeyThatGaveTwoHoldsIsFound() {
    assertThat(Checks.oneHoldPerKey(Map.of("key", Set.of("one"))).holds()).isTrue();
    assertThat(Checks.oneHoldPerKey(Map.of("key", Set.of("one", "two"))).faults()).isEqualTo(1);
  }

  @Test
  void ticketsThatAreNotUniqueAreFound() {
    SeenOrder first = order("one", "COMPLETED", 2_500, 0, ticket(1, "A-1"));

    assertThat(
            Checks.ticketsUnique(
                    List.of(first, order("two", "COMPLETED", 2_500, 0, ticket(2, "A-2"))))
                .holds())
        .isTrue();
    assertThat(
            Checks.ticketsUnique(
                    List.of(first, order("two", "COMPLETED", 2_500, 0, ticket(2, "A-1"))))
                .examples())
        .containsExactly("Expected one ticket for seat A-1, but there are two");
    assertThat(
            Checks.ticketsUnique(
                    List.of(first, order("two", "COMPLETED", 2_500, 0, ticket(1, "A-2"))))
                .faults())
        .as("id, number and code")
        .isEqualTo(3);
  }

  @Test
  void moneyThatEndsInTicketsOrComesBackIsRight() {
    assertThat(
            Checks.paymentsEnd(
                    List.of(
                        order("sold", "COMPLETED", 2_500, 0, ticket(1, "A-1")),
                        order("paid twice", "COMPLETED", 5_000, 2_500, ticket(2, "A-2")),
                        order("too late", "LAPSED", 2_500, 2_500),
                        order("never paid", "LAPSED", 0, 0)))
                .holds())
        .isTrue();
  }

  @Test
  void lostMoneyIsFound() {
    for (SeenOrder lost :
        List.of(
            order("no tickets", "COMPLETED", 2_500, 0),
            order("kept", "LAPSED", 2_500, 0),
            order("open", "OPEN", 0, 0),
            order("too cheap", "COMPLETED", 2_000, 0, ticket(1, "A-1")),
            order("for nothing", "LAPSED", 0, 0, ticket(1, "A-1")))) {
      assertThat(Checks.paymentsEnd(List.of(lost)).faults()).as(lost.orderId()).isEqualTo(1);
    }
  }
}
