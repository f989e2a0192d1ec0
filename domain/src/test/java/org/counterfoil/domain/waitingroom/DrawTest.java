package org.counterfoil.domain.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The draw's bytes. The expected values were computed with Python's hashlib and hmac, from the
 * published description alone.
 */
class DrawTest {

  /** The SHA-256 of "visitor-1" to "visitor-5". */
  private static final VisitorId ONE =
      new VisitorId("7fce38c63fcf1dbb90f809bb4ecdb1458fed45780d367f3ab4032f3c73e5f86b");

  private static final VisitorId TWO =
      new VisitorId("c5bea83e1b8ecb5e422fd3272bbd1480c9cd4cce216d010c3daac036c1e6e8a5");
  private static final VisitorId THREE =
      new VisitorId("3b1c0940425213a6e9cad22183a5771220cf943ffb6b0ba78fa932776f4e3aff");
  private static final VisitorId FOUR =
      new VisitorId("38470fa123372ddb4cfbf87fd50233d675f3f479eff88ef7cde169e9d5f0b51a");
  private static final VisitorId FIVE =
      new VisitorId("e1d82184230efc8edc753db146068ddfc1ccfe054b2e87f56fbcba09cabdbcd5");

  private static final Seed SEED =
      new Seed("6f1a6687f7f9522559d10d0b34654d66b3af0c55aecf27d9bce3519b71c123f1");
  private static final Entrants ENTRANTS = Entrants.of(List.of(ONE, TWO, THREE, FOUR, FIVE, THREE));

  @Test
  void whatIsPublishedIsWhatTheDescriptionSays() {
    assertThat(SEED.hash())
        .isEqualTo(
            new DrawHash("76277c39b44028429d1635d268a608e9f9b6757b86f9de9bb4121555f44e6c88"));
    assertThat(ENTRANTS.listHash())
        .isEqualTo(
            new DrawHash("528dbcc52fa3de2ebef97bd45cefc9c05b141c1a258fd6cfbdea8379597a39fb"));
    assertThat(order(Draw.of(ENTRANTS, SEED, null), ENTRANTS))
        .containsExactly(THREE, FIVE, TWO, FOUR, ONE);
    assertThat(order(Draw.of(ENTRANTS, SEED, new BeaconValue("bd4c6a1f")), ENTRANTS))
        .containsExactly(FOUR, FIVE, THREE, ONE, TWO);
  }

  @Test
  void nobodyAtAllIsAListToo() {
    Entrants nobody = Entrants.of(List.of());

    assertThat(nobody.listHash())
        .isEqualTo(
            new DrawHash("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
    assertThat(Draw.of(nobody, SEED, null).count()).isZero();
    assertThat(nobody.indexOf(ONE)).isEqualTo(-1);
  }

  @Test
  void theOrderDependsOnTheSeedAndOnEachEntrant_butNotOnWhoCameFirst() {
    long chance = new Random().nextLong();
    Random random = new Random(chance);
    List<VisitorId> visitors = visitors(10_000, random);
    Entrants entrants = Entrants.of(visitors);
    List<VisitorId> order = order(Draw.of(entrants, SEED, null), entrants);

    Collections.shuffle(visitors, random);
    Entrants shuffled = Entrants.of(visitors);
    assertThat(order(Draw.of(shuffled, SEED, null), shuffled))
        .as("seed %d", chance)
        .isEqualTo(order);

    visitors.removeLast();
    Entrants fewer = Entrants.of(visitors);
    assertThat(order(Draw.of(fewer, SEED, null), fewer).subList(0, 10))
        .as("seed %d", chance)
        .isNotEqualTo(order.subList(0, 10));
    Draw other = Draw.of(entrants, Seed.of(ONE.bytes()), null);
    assertThat(order(other, entrants)).as("seed %d", chance).isNotEqualTo(order);
  }

  @Test
  void everyEntrantHasOneRank_andNoPartOfTheListIsFavoured() {
    long chance = new Random().nextLong();
    Entrants entrants = Entrants.of(visitors(20_000, new Random(chance)));
    Draw draw = Draw.of(entrants, SEED, null);

    assertThat(IntStream.range(0, draw.count()).map(draw::entrantAt).sorted().toArray())
        .isEqualTo(IntStream.range(0, entrants.count()).toArray());
    for (int entrant = 0; entrant < entrants.count(); entrant++) {
      assertThat(draw.entrantAt(draw.rankOf(entrant))).isEqualTo(entrant);
      assertThat(entrants.indexOf(entrants.at(entrant))).isEqualTo(entrant);
    }
    // Of the first tenth of the list a tenth comes into the first tenth of the order: 200 of 2,000,
    // with a standard deviation of 13.
    long lucky = IntStream.range(0, 2_000).filter(entrant -> draw.rankOf(entrant) < 2_000).count();
    assertThat(lucky).as("seed %d", chance).isBetween(200L - 100, 200L + 100);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 8, 16})
  void lotsThatBeginAlikeAreComparedWhole(int bits) {
    long chance = new Random().nextLong();
    Entrants entrants = Entrants.of(visitors(2_000, new Random(chance)));

    assertThat(order(Draw.of(entrants, SEED, null, bits), entrants))
        .as("seed %d", chance)
        .isEqualTo(order(Draw.of(entrants, SEED, null), entrants));
  }

  @Test
  void aListOutOfOrderIsNoList() {
    byte[] twice = new byte[64];
    assertThatThrownBy(() -> Entrants.of(twice)).hasMessageContaining("ascending");
    assertThatThrownBy(() -> Entrants.of(new byte[33])).hasMessageContaining("33");
  }

  @Test
  void aSeedIsNotPrintedByMistake() {
    assertThat(SEED.toString()).doesNotContain(SEED.value()).contains(SEED.hash().value());
  }

  private static List<VisitorId> order(Draw draw, Entrants entrants) {
    return IntStream.range(0, draw.count())
        .mapToObj(rank -> entrants.at(draw.entrantAt(rank)))
        .toList();
  }

  private static List<VisitorId> visitors(int count, Random random) {
    List<VisitorId> visitors = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      byte[] id = new byte[32];
      random.nextBytes(id);
      visitors.add(VisitorId.of(id));
    }
    return visitors;
  }
}
