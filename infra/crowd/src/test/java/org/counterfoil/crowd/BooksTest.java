package org.counterfoil.crowd;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterfoil.crowd.check.SeenHold;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

class BooksTest {

  private static final Wish WISH = new Wish.Named(List.of("ORCH-A-1"));
  private static final JsonNode ANSWER =
      Shop.JSON.readTree(
          """
          {"holdId":"one","holdSecret":"secret","seats":[{"seatId":"ORCH-A-1","zone":"STALLS"}]}
          """);

  /** A double click: the later of two requests may be the first whose answer is noted. */
  @Test
  void aHoldThatWasAskedForTwiceMayHaveEndedByTheSoonerOne() {
    Books books = new Books();

    Books.Hold later = books.hold(WISH, "key", ANSWER, 2_000, 500);
    Books.Hold sooner = books.hold(WISH, "key", ANSWER, 100, 500);
    later.ended("EXPIRED");

    assertThat(sooner).isSameAs(later);
    SeenHold seen = books.seenHolds().getFirst();
    assertThat(seen.askedAt()).isEqualTo(100);
    assertThat(seen.endsAfter()).isEqualTo(600);
  }

  /** The control: asked for once, it is what it was asked for. */
  @Test
  void aHoldThatWasAskedForOnceEndsWhenItsTimeIsOver() {
    Books books = new Books();

    books.hold(WISH, "key", ANSWER, 2_000, 500).ended("EXPIRED");

    assertThat(books.seenHolds().getFirst().endsAfter()).isEqualTo(2_500);
  }
}
