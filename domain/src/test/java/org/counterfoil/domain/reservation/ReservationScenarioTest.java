package org.counterfoil.domain.reservation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.PIT;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.Theatre.seat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.heldback.HeldBackArea;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentMade;
import org.counterfoil.domain.heldback.HeldBackEvent.AllotmentReturned;
import org.counterfoil.domain.heldback.HeldBackId;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.reservation.ReservationCommand.ChangeReservation;
import org.counterfoil.domain.reservation.ReservationCommand.PlaceReservation;
import org.counterfoil.domain.reservation.ReservationCommand.ReleaseReservation;
import org.counterfoil.domain.seathold.HeldArea;
import org.counterfoil.domain.seathold.HoldClaim;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.PlacesWish;
import org.counterfoil.domain.seathold.PlacesWish.AreaWish;
import org.counterfoil.domain.seathold.SeatHold;
import org.counterfoil.domain.seathold.SeatHoldCommand.ExpireHolds;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExpired;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldPlaced;
import org.junit.jupiter.api.Test;

/** What becomes of a party's places. */
class ReservationScenarioTest {

  private static final ReservationId PARTY = new ReservationId(Theatre.id(700));
  private static final HoldClaim HOUSE = HoldClaim.of(STAFF);
  private static final Instant UNTIL = NOW.plusSeconds(20_000);
  private static final PlacesWish NOTHING = PlacesWish.ofSeats(List.of());

  private final Desk desk =
      Desk.after(Given.onsale(new SaleRules(480, 2, 2, SaleRules.DEFAULT.seatChoice(), false)));

  private static PlacesWish seats(String... ids) {
    return PlacesWish.ofSeats(Arrays.stream(ids).map(Theatre::seat).toList());
  }

  private static PlacesWish pit(int quantity) {
    return PlacesWish.ofAreas(List.of(new AreaWish(PIT, quantity)));
  }

  private Decision<? extends Event> place(PlacesWish places) {
    return desk.handle(
        new PlaceReservation(PERFORMANCE, PARTY, Given.hold(1), places, HOUSE, UNTIL, null), NOW);
  }

  private Decision<? extends Event> change(int hold, PlacesWish more, PlacesWish fewer) {
    return desk.handle(
        new ChangeReservation(PERFORMANCE, PARTY, Given.hold(hold), more, fewer, HOUSE, null),
        NOW.plusSeconds(hold));
  }

  private SeatHold kept() {
    HoldId id = desk.reservation(PARTY).holdId();
    return Objects.requireNonNull(desk.inventory().hold(id));
  }

  @Test
  void aPartyIsNotLimited_andThatIsRecorded() {
    place(seats("ORCH-A-1", "ORCH-A-2", "ORCH-A-3"));

    assertThat(kept().placeCount()).isEqualTo(3);
    assertThat(kept().expiresAt()).isEqualTo(UNTIL);
    assertThat(desk.log())
        .filteredOn(HoldPlaced.class::isInstance)
        .allMatch(placed -> ((HoldPlaced) placed).isLimitOverridden());
  }

  @Test
  void itGrowsAndShrinks_andKeepsThePricesItWasOffered() {
    place(new PlacesWish(List.of(seat("ORCH-A-1")), List.of(new AreaWish(PIT, 1))));
    desk.apply(new PriceListChanged(PERFORMANCE, 2, Theatre.prices(9900)));

    change(2, new PlacesWish(List.of(seat("ORCH-A-2")), List.of(new AreaWish(PIT, 2))), NOTHING);
    assertThat(kept().placeCount()).isEqualTo(5);
    assertThat(kept().areas()).containsExactly(new HeldArea(PIT, Theatre.STANDING, 3));

    change(3, null, new PlacesWish(List.of(seat("ORCH-A-1")), List.of(new AreaWish(PIT, 1))));
    assertThat(kept().seats()).extracting(s -> s.seatId()).containsExactly(seat("ORCH-A-2"));
    assertThat(kept().placeCount()).isEqualTo(3);
    assertThat(kept().priceListVersion()).isEqualTo(1);
    assertThat(desk.inventory().takenIn(PIT)).isEqualTo(2);
    assertThat(desk.inventory().isFree(Theatre.PLAN.indexOf(seat("ORCH-A-1")))).isTrue();
    assertThat(desk.inventory().placedHolds()).hasSize(1);
  }

  @Test
  void whatItCannotHaveInFull_itDoesNotGetInPart() {
    place(pit(2));
    String before = desk.picture();

    assertThat(
            change(
                2,
                new PlacesWish(List.of(seat("ORCH-A-2")), List.of(new AreaWish(PIT, 2))),
                pit(1)))
        .isInstanceOf(Decision.Rejected.class);
    assertThat(desk.picture()).isEqualTo(before);
  }

  @Test
  void theOptionEndsByTime_once_andNotAMomentEarlier() {
    place(seats("ORCH-A-1"));
    change(2, seats("ORCH-A-2"), NOTHING);

    desk.handle(new ExpireHolds(PERFORMANCE), UNTIL.minusMillis(1));
    assertThat(kept().placeCount()).isEqualTo(2);

    desk.handle(new ExpireHolds(PERFORMANCE), UNTIL);
    desk.handle(new ExpireHolds(PERFORMANCE), UNTIL.plusSeconds(1));
    desk.handle(new ReleaseReservation(PERFORMANCE, PARTY), UNTIL.plusSeconds(2));
    assertThat(desk.log()).filteredOn(HoldExpired.class::isInstance).hasSize(1);
    assertThat(desk.inventory().placedHolds()).isEmpty();
  }

  /**
   * An allotment returned while a party had places of it: they come back to general sale, and not
   * to who has nothing to sell any more.
   */
  @Test
  void whatItDrewFromAnAllotmentThatReturned_comesBackOnce() {
    HeldBackId allotment = new HeldBackId(Theatre.id(50));
    desk.apply(
        new AllotmentMade(
            PERFORMANCE,
            allotment,
            Theatre.COUNTER,
            null,
            List.of(),
            List.of(),
            List.of(new HeldBackArea(PIT, Theatre.STANDING, 2))));
    place(pit(2));
    assertThat(kept().areas()).containsExactly(new HeldArea(PIT, Theatre.STANDING, 2, allotment));
    desk.apply(new AllotmentReturned(PERFORMANCE, allotment, List.of()));

    change(2, null, pit(1));
    change(3, pit(2), NOTHING);

    assertThat(kept().areas()).containsExactly(new HeldArea(PIT, Theatre.STANDING, 3));
  }

  /** Changes by chance: the places of the hold are always those that a plain list says. */
  @Test
  void whateverIsAddedAndGivenBack_noPlaceIsLostOrKeptTwice() {
    Random random = new Random(4711);
    place(pit(1));
    int expected = 1;
    int accepted = 0;
    for (int step = 2; step < 300; step++) {
      int more = random.nextInt(3);
      int fewer = random.nextInt(3);
      Decision<? extends Event> decision =
          change(step, more == 0 ? null : pit(more), fewer == 0 ? NOTHING : pit(fewer));
      if (decision instanceof Decision.Accepted<? extends Event>) {
        accepted++;
        expected += more - fewer;
      }
      assertThat(kept().placeCount()).as("step %d", step).isEqualTo(expected);
      assertThat(desk.inventory().takenIn(PIT)).as("step %d", step).isEqualTo(expected);
    }
    assertThat(accepted).isGreaterThan(50);
  }
}
