package org.counterfoil.domain.venue;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.HASH;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PLAN;
import static org.counterfoil.domain.Theatre.VENUE;

import java.time.Instant;
import java.time.ZoneId;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.venue.VenueCommand.AddSeatingPlan;
import org.counterfoil.domain.venue.VenueCommand.BookVenue;
import org.counterfoil.domain.venue.VenueCommand.EndBooking;
import org.counterfoil.domain.venue.VenueCommand.OpenVenue;
import org.counterfoil.domain.venue.VenueEvent.SeatingPlanAdded;
import org.counterfoil.domain.venue.VenueEvent.VenueBooked;
import org.junit.jupiter.api.Test;

class VenueDeciderTest {

  private static final PublicLabel NAME = new PublicLabel("Small Theatre");
  private static final PublicLabel ADDRESS = new PublicLabel("1 place du Théâtre, Lyon");
  private static final OpenVenue OPEN =
      new OpenVenue(VENUE, ORGANISATION, NAME, ADDRESS, ZoneId.of("Europe/Paris"), true);
  private static final Instant START = NOW.plusSeconds(3600);
  private static final Instant END = START.plusSeconds(3600);

  private final VenueDecider decider = new VenueDecider();
  private final Venue venue = new Venue();
  private int performances;

  /** Every command on a venue that is not there, and on one that is. */
  @Test
  void everyCommandOnEveryState() {
    assertThat(answer(plan(1, "Plan"))).isEqualTo("UNKNOWN_VENUE");
    assertThat(answer(book(START, END, true))).isEqualTo("UNKNOWN_VENUE");
    assertThat(answer(end(1))).isEqualTo("UNKNOWN_VENUE");
    assertThat(answer(OPEN)).isEqualTo("VenueOpened");
    assertThat(answer(OPEN)).isEqualTo("VENUE_EXISTS");
    assertThat(answer(plan(1, "Plan"))).isEqualTo("SeatingPlanAdded");
    assertThat(answer(end(1))).as("not booked").isEqualTo("nothing");
    assertThat(answer(book(1, START, END, false))).isEqualTo("VenueBooked");
    assertThat(answer(book(1, START, END, false))).as("booked so").isEqualTo("nothing");
    assertThat(answer(end(2))).as("of another").isEqualTo("nothing");
    assertThat(answer(end(1))).isEqualTo("BookingEnded");
    assertThat(answer(end(1))).as("ended").isEqualTo("nothing");
    assertThat(DecisionTable.recordsOf(VenueCommand.class))
        .as("a command without a test")
        .hasSize(4);
    assertThat(venue.isShared()).isTrue();
    assertThat(venue.name()).isEqualTo(NAME);
    assertThat(venue.organisation()).isEqualTo(ORGANISATION);
    assertThat(venue.timeZone()).isEqualTo(ZoneId.of("Europe/Paris"));
  }

  @Test
  void aPlansVersionsAreCountedByName() {
    opened();

    assertThat(version(plan(1, "Seated"))).isEqualTo(1);
    assertThat(version(plan(2, "Standing"))).isEqualTo(1);
    assertThat(version(plan(3, "Seated"))).isEqualTo(2);
    assertThat(venue.plan(new SeatingPlanId(Theatre.id(3))).version()).isEqualTo(2);
    assertThat(venue.plan(new SeatingPlanId(Theatre.id(4)))).isNull();
  }

  @Test
  void oneTimeIsOnePerformanceUnlessConfirmed() {
    opened();
    assertThat(isOverlap(book(START, END, false))).isFalse();

    assertThat(answer(book(END.minusMillis(1), END.plusSeconds(1), false)))
        .isEqualTo("VENUE_OCCUPIED");
    assertThat(answer(book(START.minusSeconds(1), START.plusMillis(1), false)))
        .isEqualTo("VENUE_OCCUPIED");
    assertThat(answer(book(START.plusSeconds(1), END.minusSeconds(1), false)))
        .as("within")
        .isEqualTo("VENUE_OCCUPIED");
    assertThat(answer(book(START.minusSeconds(1), END.plusSeconds(1), false)))
        .as("around")
        .isEqualTo("VENUE_OCCUPIED");
    assertThat(isOverlap(book(START, END, true))).isTrue();
    assertThat(isOverlap(book(END, END.plusSeconds(1), true))).as("right after").isFalse();
    assertThat(isOverlap(book(START.minusSeconds(1), START, false))).as("right before").isFalse();
  }

  @Test
  void aPerformanceThatMovesIsNotInItsOwnWay_andLeavesItsTimeToOthers() {
    opened();
    answer(book(1, START, END, false));
    answer(book(2, END, END.plusSeconds(60), false));

    assertThat(answer(book(1, START.plusSeconds(60), END, false))).isEqualTo("VenueBooked");
    assertThat(answer(book(1, START, END.plusSeconds(1), false)))
        .as("in the way of the other")
        .isEqualTo("VENUE_OCCUPIED");
    assertThat(answer(book(3, START, START.plusSeconds(60), false)))
        .as("free again")
        .isEqualTo("VenueBooked");
    answer(end(1));
    assertThat(answer(book(4, START.plusSeconds(60), END, false))).isEqualTo("VenueBooked");
  }

  private void opened() {
    assertThat(answer(OPEN)).isEqualTo("VenueOpened");
    assertThat(venue.exists()).isTrue();
  }

  private String answer(VenueCommand command) {
    var decision = decider.decide(command, venue, NOW);
    if (decision instanceof Decision.Accepted<VenueEvent> accepted) {
      accepted.events().forEach(event -> decider.evolve(venue, event));
    }
    return DecisionTable.answer(decision);
  }

  private int version(AddSeatingPlan add) {
    SeatingPlanAdded added =
        (SeatingPlanAdded) Then.events(decider.decide(add, venue, NOW)).getFirst();
    decider.evolve(venue, added);
    return added.version();
  }

  private boolean isOverlap(BookVenue book) {
    VenueBooked booked = (VenueBooked) Then.events(decider.decide(book, venue, NOW)).getFirst();
    decider.evolve(venue, booked);
    return booked.isOverlapConfirmed();
  }

  private static AddSeatingPlan plan(int id, String name) {
    return new AddSeatingPlan(
        VENUE,
        new SeatingPlanId(Theatre.id(id)),
        new PublicLabel(name),
        HASH,
        PLAN.seatCount(),
        PLAN.zoneCapacities(),
        PLAN.areas());
  }

  private static EndBooking end(int performance) {
    return new EndBooking(VENUE, ORGANISATION, performance(performance));
  }

  /** For another performance each time. */
  private BookVenue book(Instant startsAt, Instant endsAt, boolean confirmOverlap) {
    performances++;
    return book(100 + performances, startsAt, endsAt, confirmOverlap);
  }

  private static BookVenue book(
      int performance, Instant startsAt, Instant endsAt, boolean confirmOverlap) {
    return new BookVenue(
        VENUE, ORGANISATION, performance(performance), startsAt, endsAt, confirmOverlap);
  }

  private static PerformanceId performance(int number) {
    return new PerformanceId(Theatre.id(number));
  }
}
