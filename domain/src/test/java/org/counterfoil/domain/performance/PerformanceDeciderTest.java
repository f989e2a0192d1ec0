package org.counterfoil.domain.performance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.BALCONY;
import static org.counterfoil.domain.Theatre.BUYER;
import static org.counterfoil.domain.Theatre.COMP;
import static org.counterfoil.domain.Theatre.COUNTER;
import static org.counterfoil.domain.Theatre.EUR;
import static org.counterfoil.domain.Theatre.FULL;
import static org.counterfoil.domain.Theatre.MEMBER;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.Theatre.PERFORMANCE;
import static org.counterfoil.domain.Theatre.STAFF;
import static org.counterfoil.domain.Theatre.STALLS;
import static org.counterfoil.domain.Theatre.STANDING;
import static org.counterfoil.domain.Theatre.WEB;
import static org.counterfoil.domain.Theatre.price;
import static org.counterfoil.domain.Theatre.prices;
import static org.counterfoil.domain.Theatre.schedule;
import static org.counterfoil.domain.performance.CancellationReason.ILLNESS;

import java.time.Instant;
import java.util.Arrays;
import java.util.Currency;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Given;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceCommand.CancelPerformance;
import org.counterfoil.domain.performance.PerformanceCommand.ChangePriceList;
import org.counterfoil.domain.performance.PerformanceCommand.CompletePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.ReleaseAccessiblePlaces;
import org.counterfoil.domain.performance.PerformanceCommand.SchedulePerformance;
import org.counterfoil.domain.performance.PerformanceCommand.SetAgents;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceCommand.SettleCancellation;
import org.counterfoil.domain.performance.PerformanceEvent.AccessiblePlacesReleased;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PresaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.SaleRules.SeatChoice;
import org.counterfoil.domain.seating.ZoneName;
import org.junit.jupiter.api.Test;

class PerformanceDeciderTest {

  private static final OrganisationId AGENT = new OrganisationId(Theatre.id(77));

  private static final Instant TOMORROW = NOW.plusSeconds(86_400);
  private static final PerformanceEvent COMPLETED = new PerformanceCompleted(PERFORMANCE);
  private static final PerformanceEvent CANCELLED =
      new PerformanceCancelled(PERFORMANCE, ILLNESS, true, null);
  private static final OnsaleWindow ALWAYS = new OnsaleWindow(null, null);

  private final Desk none = new Desk();
  private final Desk scheduled = Desk.given(Theatre.scheduled(TOMORROW, SaleRules.DEFAULT));

  @Test
  void aPerformanceKnowsItsPlacesAndItsEnd() {
    PerformanceScheduled event =
        (PerformanceScheduled) Then.events(none.handle(schedule(), NOW)).getFirst();

    assertThat(event.seatCount()).isEqualTo(16);
    assertThat(event.zones()).extracting("capacity").containsExactly(12, 4, 3);
    assertThat(event.areas()).extracting("capacity").containsExactly(3);
    assertThat(event.startsAt()).isEqualTo(TOMORROW);
    assertThat(event.endsAt()).as("three hours later").isEqualTo(TOMORROW.plusSeconds(10_800));
    assertThat(none.performance().priceListVersion()).isEqualTo(1);
  }

  @Test
  void unknownPerformancesHaveNoPricesAndNoOnsale() {
    assertThat(code(none, new ChangePriceList(PERFORMANCE, prices())))
        .isEqualTo(PerformanceRejection.UNKNOWN_PERFORMANCE);
    assertThat(code(none, new SetOnsale(PERFORMANCE, ALWAYS, List.of(), null)))
        .isEqualTo(PerformanceRejection.UNKNOWN_PERFORMANCE);
    assertThat(code(scheduled, schedule())).isEqualTo(PerformanceRejection.PERFORMANCE_EXISTS);
  }

  @Test
  void aPerformanceStartsInTheFutureAndEndsAfterwards() {
    assertThat(timed(NOW, null)).isEqualTo(PerformanceRejection.STARTS_IN_THE_PAST);
    assertThat(timed(TOMORROW, TOMORROW)).isEqualTo(PerformanceRejection.ENDS_BEFORE_START);
    assertThat(timed(NOW, NOW)).isEqualTo(PerformanceRejection.ENDS_BEFORE_START);
    assertThat(timed(Instant.MAX, null)).isEqualTo(PerformanceRejection.TIME_OUT_OF_RANGE);
    assertThat(timed(TOMORROW, Instant.MAX)).isEqualTo(PerformanceRejection.TIME_OUT_OF_RANGE);
    assertThat(timed(Instant.MIN, null)).isEqualTo(PerformanceRejection.TIME_OUT_OF_RANGE);
    assertThat(
            Then.events(
                none.decide(schedule(NOW.plusMillis(1), null, prices(), SaleRules.DEFAULT), NOW)))
        .hasSize(1);
  }

  @Test
  void everyZoneWithPlacesHasPricesThatMakeSense() {
    ZonePrices full = zone(STALLS, price(FULL, 1, Set.of(), null));
    ZonePrices balcony = zone(BALCONY, price(FULL, 0, Set.of(), null));
    ZonePrices standing = zone(STANDING, price(FULL, 1_000_000_000, Set.of(), null));

    assertThat(Then.events(none.decide(with(full, balcony, standing), NOW))).hasSize(1);
    assertThat(code(none, with(full, balcony))).isEqualTo(PerformanceRejection.ZONE_WITHOUT_PRICE);
    assertThat(code(none, with(full, balcony, zone(STANDING))))
        .isEqualTo(PerformanceRejection.ZONE_WITHOUT_PRICE);
    assertThat(code(none, with(full, balcony, standing, zone(new ZoneName("LOGES")))))
        .isEqualTo(PerformanceRejection.UNKNOWN_ZONE);
    assertThat(
            code(none, with(full, balcony, standing, zone(STALLS, price(COMP, 0, Set.of(), null)))))
        .isEqualTo(PerformanceRejection.ZONE_REPEATED);
    assertThat(
            code(
                none,
                with(
                    zone(STALLS, price(FULL, 1, Set.of(), null), price(FULL, 2, Set.of(), null)),
                    balcony,
                    standing)))
        .isEqualTo(PerformanceRejection.PRICE_TYPE_REPEATED);
    assertThat(code(none, with(zone(STALLS, price(FULL, -1, Set.of(), null)), balcony, standing)))
        .isEqualTo(PerformanceRejection.INVALID_PRICE);
    assertThat(
            code(
                none,
                with(zone(STALLS, price(FULL, 1_000_000_001, Set.of(), null)), balcony, standing)))
        .isEqualTo(PerformanceRejection.INVALID_PRICE);
    assertThat(code(none, with(zone(STALLS, window(NOW, NOW)), balcony, standing)))
        .isEqualTo(PerformanceRejection.INVALID_PRICE);
    assertThat(code(none, with(zone(STALLS, window(Instant.MIN, NOW)), balcony, standing)))
        .isEqualTo(PerformanceRejection.INVALID_PRICE);
  }

  /** A fee inside a price is a part of it. */
  @Test
  void aFeeInsideAPriceIsAtMostThePrice() {
    for (long fee : new long[] {-1, 2_501}) {
      PriceType type =
          new PriceType(
              FULL,
              new PublicLabel("Full"),
              2_500,
              new TaxRate("5.5"),
              fee,
              Set.of(),
              Set.of(),
              null,
              null,
              null);
      assertThat(code(none, schedule(TOMORROW, null, list(zone(STALLS, type)), SaleRules.DEFAULT)))
          .isEqualTo(PerformanceRejection.INVALID_PRICE);
    }
  }

  private static PriceList asking(ZonePrices zone, Fee... fees) {
    return new PriceList(EUR, List.of(zone), List.of(fees));
  }

  /** All faults at once; each is mended in its turn, and the next one is answered. */
  @Test
  void theFirstRefusalInTheEnumsOrderIsAnswered() {
    Currency francs = Currency.getInstance("CHF");
    SaleRules absurd = new SaleRules(0, 10, 10, SeatChoice.ANY, false);
    PriceType bad = price(FULL, -1, Set.of(), null);
    PriceType good = price(FULL, 100, Set.of(), null);
    Fee free =
        new Fee(
            new FeeCode("BOOKING"),
            new PublicLabel("Booking"),
            0,
            new TaxRate("20"),
            FeeBasis.ORDER,
            null,
            true,
            Set.of());
    ZonePrices twice = zone(STALLS, bad, bad);
    ZonePrices unknown = zone(new ZoneName("LOGES"), bad, bad);
    PriceList all = list(twice, twice, unknown);
    PriceList sound = list(zone(STALLS, good), zone(BALCONY, good), zone(STANDING, good));

    List<PerformanceRejection> answered =
        List.of(
            code(scheduled, schedule(Instant.MAX, NOW, all, absurd)),
            code(none, schedule(Instant.MAX, NOW, all, absurd)),
            code(none, schedule(NOW, NOW, all, absurd)),
            code(none, schedule(NOW, null, all, absurd)),
            code(scheduled, new ChangePriceList(PERFORMANCE, new PriceList(francs, all.zones()))),
            code(none, schedule(TOMORROW, null, all, absurd)),
            code(none, schedule(TOMORROW, null, list(twice, twice), absurd)),
            code(none, schedule(TOMORROW, null, list(twice), absurd)),
            code(none, schedule(TOMORROW, null, list(zone(STALLS, bad)), absurd)),
            code(none, schedule(TOMORROW, null, asking(zone(STALLS, good), free, free), absurd)),
            code(none, schedule(TOMORROW, null, asking(zone(STALLS, good), free), absurd)),
            code(none, schedule(TOMORROW, null, list(zone(STALLS, good)), absurd)),
            code(none, schedule(TOMORROW, null, sound, absurd)));
    List<PerformanceRejection> ofPrices =
        List.of(
            code(
                scheduled,
                new ChangePriceList(
                    PERFORMANCE, sound, List.of(new PriceQuota(STALLS, FULL, -1)))));
    List<PerformanceRejection> ofOnsale =
        List.of(
            code(none, onsale(new OnsaleWindow(Instant.MAX, NOW), WEB, WEB)),
            code(scheduled, onsale(new OnsaleWindow(Instant.MAX, NOW), WEB, WEB)),
            code(scheduled, onsale(new OnsaleWindow(NOW, NOW), WEB, WEB)),
            code(scheduled, onsale(new OnsaleWindow(NOW, NOW), WEB)),
            code(scheduled, WaitingRoomTermsTest.senseless()),
            code(WaitingRoomTermsTest.lobby(), onsale(ALWAYS)),
            code(
                scheduled,
                new SetOnsale(
                    PERFORMANCE, ALWAYS, List.of(), null, new Presale(List.of(), ALWAYS, null))));

    List<PerformanceRejection> ofAgents =
        List.of(
            code(scheduled, agents(ORGANISATION, ORGANISATION)),
            code(scheduled, agents(ORGANISATION)),
            code(training(), agents(AGENT)));

    List<PerformanceRejection> ofEnds =
        List.of(
            code(ended(CANCELLED), new CompletePerformance(PERFORMANCE, false)),
            code(ended(COMPLETED), new CancelPerformance(PERFORMANCE, ILLNESS, true, null)),
            code(scheduled, new SettleCancellation(PERFORMANCE)));

    assertThat(answered).doesNotHaveDuplicates().isSorted();
    assertThat(ofEnds).doesNotHaveDuplicates().isSorted();
    assertThat(ofAgents).doesNotHaveDuplicates().isSorted();
    assertThat(ofOnsale).doesNotHaveDuplicates().isSorted();
    EnumSet<PerformanceRejection> met = EnumSet.copyOf(answered);
    met.addAll(ofPrices);
    met.addAll(ofOnsale);
    met.addAll(ofEnds);
    met.addAll(ofAgents);
    assertThat(met)
        .as("a code without a situation")
        .containsExactlyInAnyOrder(PerformanceRejection.values());
  }

  private static SetAgents agents(OrganisationId... organisations) {
    return new SetAgents(
        PERFORMANCE,
        Arrays.stream(organisations).map(each -> new SalesAgent(Theatre.WEB, each)).toList());
  }

  private static Desk training() {
    return Desk.given(Theatre.training(TOMORROW));
  }

  private static Desk ended(PerformanceEvent how) {
    return Desk.given(Theatre.scheduled(TOMORROW, SaleRules.DEFAULT), how);
  }

  @Test
  void aPresaleIsBeforeTheSaleAndHasCodes() {
    Presale sound = new Presale(List.of(Given.presaleCode(1)), ALWAYS, 4);
    OnsaleWindow tomorrow = new OnsaleWindow(TOMORROW, null);

    assertThat(presale(ALWAYS, sound)).isEqualTo(PerformanceRejection.INVALID_PRESALE);
    assertThat(presale(tomorrow, new Presale(sound.codes(), tomorrow, 4)))
        .isEqualTo(PerformanceRejection.INVALID_PRESALE);
    assertThat(presale(tomorrow, new Presale(List.of(), ALWAYS, 4)))
        .isEqualTo(PerformanceRejection.INVALID_PRESALE);
    PresaleCodeMark code = Given.presaleCode(1);
    assertThat(presale(tomorrow, new Presale(List.of(code, code), ALWAYS, 4)))
        .isEqualTo(PerformanceRejection.INVALID_PRESALE);
    assertThat(presale(tomorrow, new Presale(sound.codes(), ALWAYS, 0)))
        .isEqualTo(PerformanceRejection.INVALID_PRESALE);
    assertThat(
            Then.events(
                scheduled.handle(
                    new SetOnsale(PERFORMANCE, tomorrow, List.of(), null, sound), NOW)))
        .containsExactly(
            new OnsaleSet(PERFORMANCE, tomorrow, List.of()), new PresaleSet(PERFORMANCE, sound));
    assertThat(scheduled.performance().openingFor(BUYER, code, NOW))
        .isEqualTo(SaleOpening.OPEN_BY_PRESALE_CODE);

    scheduled.handle(new SetOnsale(PERFORMANCE, tomorrow, List.of()), NOW);

    assertThat(scheduled.performance().openingFor(BUYER, code, NOW))
        .as("replaced by none")
        .isEqualTo(SaleOpening.NOT_OPEN);
  }

  private PerformanceRejection presale(OnsaleWindow window, Presale presale) {
    return code(scheduled, new SetOnsale(PERFORMANCE, window, List.of(), null, presale));
  }

  @Test
  void quotasAreOfPriceTypesThatAreInTheList() {
    for (List<PriceQuota> wrong :
        List.of(
            List.of(new PriceQuota(STALLS, new PriceTypeCode("NOBODYS"), 1)),
            List.of(new PriceQuota(STALLS, FULL, 1), new PriceQuota(STALLS, FULL, 2)),
            List.of(new PriceQuota(STALLS, FULL, 10_000_001)))) {
      assertThat(code(scheduled, new ChangePriceList(PERFORMANCE, prices(), wrong)))
          .isEqualTo(PerformanceRejection.INVALID_QUOTA);
    }
    List<PriceQuota> ten = List.of(new PriceQuota(STALLS, FULL, 10));
    assertThat(Then.events(scheduled.handle(new ChangePriceList(PERFORMANCE, prices(), ten), NOW)))
        .hasSize(2);
    assertThat(scheduled.performance().quotas()).isEqualTo(ten);
    assertThat(Then.events(scheduled.handle(new ChangePriceList(PERFORMANCE, prices(), ten), NOW)))
        .as("quotas that stay are not recorded again")
        .hasSize(1);
    scheduled.handle(new ChangePriceList(PERFORMANCE, prices()), NOW);
    assertThat(scheduled.performance().quotas()).isEmpty();
  }

  @Test
  void accessiblePlacesAreReleasedOnce() {
    assertThat(code(none, new ReleaseAccessiblePlaces(PERFORMANCE)))
        .isEqualTo(PerformanceRejection.UNKNOWN_PERFORMANCE);
    assertThat(Then.events(scheduled.handle(new ReleaseAccessiblePlaces(PERFORMANCE), NOW)))
        .containsExactly(new AccessiblePlacesReleased(PERFORMANCE));
    assertThat(Then.events(scheduled.handle(new ReleaseAccessiblePlaces(PERFORMANCE), NOW)))
        .isEmpty();
  }

  @Test
  void rulesHaveBounds() {
    for (SaleRules rules :
        List.of(
            new SaleRules(86_401, 1, 1, SeatChoice.ANY, false),
            new SaleRules(1, 0, 1, SeatChoice.ANY, false),
            new SaleRules(1, 1001, 1, SeatChoice.ANY, false),
            new SaleRules(1, 1, 0, SeatChoice.ANY, false),
            new SaleRules(1, 1, 1001, SeatChoice.ANY, false))) {
      assertThat(code(none, schedule(TOMORROW, null, prices(), rules)))
          .isEqualTo(PerformanceRejection.INVALID_RULES);
    }
    SaleRules widest = new SaleRules(86_400, 1000, 1000, SeatChoice.ANY, true);
    assertThat(Then.events(none.decide(schedule(TOMORROW, null, prices(), widest), NOW)))
        .hasSize(1);
  }

  @Test
  void priceListsAreCountedAndKept() {
    assertThat(Then.events(scheduled.handle(new ChangePriceList(PERFORMANCE, prices(1)), NOW)))
        .containsExactly(new PriceListChanged(PERFORMANCE, 2, prices(1)));
    assertThat(scheduled.performance().priceListVersion()).isEqualTo(2);
    assertThat(scheduled.performance().priceList(1)).isEqualTo(prices());
    assertThat(scheduled.performance().priceList(2)).isEqualTo(prices(1));
  }

  @Test
  void anOnsaleReplacesTheOneBefore() {
    OnsaleWindow closed = new OnsaleWindow(null, NOW);
    scheduled.handle(
        new SetOnsale(PERFORMANCE, ALWAYS, List.of(new ChannelWindow(WEB, closed))), NOW);
    assertThat(scheduled.performance().openingFor(BUYER, null, NOW))
        .isEqualTo(SaleOpening.NOT_OPEN);

    List<Event> events = Then.events(scheduled.handle(onsale(ALWAYS), NOW));

    assertThat(events).containsExactly(new OnsaleSet(PERFORMANCE, ALWAYS, List.of()));
    assertThat(scheduled.performance().openingFor(BUYER, null, NOW)).isEqualTo(SaleOpening.OPEN);
  }

  /** A snapshot keeps the fewest events; they lead to the same state. */
  @Test
  void essentialsLeadToTheSameState() {
    scheduled.handle(new ChangePriceList(PERFORMANCE, prices(1)), NOW);
    scheduled.handle(onsale(new OnsaleWindow(null, NOW)), NOW);
    scheduled.handle(onsale(ALWAYS, WEB, COUNTER), NOW);

    assertThat(scheduled.performance().essentials()).hasSize(3);
    assertThat(Desk.after(scheduled.performance().essentials()).picture())
        .isEqualTo(scheduled.picture());
  }

  @Test
  void anOfferFitsTheCallerTheChannelAndTheTime() {
    PriceType web = new PriceType(FULL, label(), 100, rate(), Set.of(WEB), Set.of(), NOW, TOMORROW);

    assertThat(web.isOfferedTo(BUYER, NOW)).isTrue();
    assertThat(web.isOfferedTo(STAFF, NOW)).as("at the counter").isFalse();
    assertThat(web.isOfferedTo(BUYER, NOW.minusMillis(1))).isFalse();
    assertThat(web.isOfferedTo(BUYER, TOMORROW)).isFalse();
    assertThat(price(COMP, 0, Set.of(), null).isOfferedTo(BUYER, NOW)).as("free").isFalse();
    assertThat(price(COMP, 0, Set.of(), null).isOfferedTo(STAFF, NOW)).isTrue();
    assertThat(price(MEMBER, 1, Set.of(Role.CHANNEL), null).isOfferedTo(STAFF, NOW)).isFalse();
    assertThat(
            price(MEMBER, 1, Set.of(Role.CHANNEL), null)
                .isOfferedTo(new Caller(WEB, Set.of(Role.PLATFORM_ADMIN)), NOW))
        .isTrue();
    assertThat(prices().offersFor(STALLS, BUYER, NOW))
        .extracting("priceType")
        .containsExactly(FULL);
    assertThat(prices().offersFor(new ZoneName("LOGES"), BUYER, NOW)).isEmpty();
  }

  /** What staff is decides who may sell without an onsale. */
  @Test
  void staffAreThoseWhoSell() {
    Set<Role> staff = EnumSet.of(Role.PLATFORM_ADMIN, Role.ADMIN, Role.ORGANISER, Role.BOX_OFFICE);
    for (Role role : Role.values()) {
      assertThat(new Caller(WEB, Set.of(role)).isStaff()).isEqualTo(staff.contains(role));
    }
    assertThat(BUYER.isStaff()).isFalse();
  }

  /** Part of events: the order must not change with every start of the JVM, as Set.of's does. */
  @Test
  void channelsAndRolesComeInOneOrder() {
    Set<SalesChannel> channels =
        Set.of(new SalesChannel("C"), new SalesChannel("A"), new SalesChannel("B"));
    PriceType type =
        new PriceType(
            FULL, label(), 1, rate(), channels, Set.of(Role.CHANNEL, Role.ADMIN), null, null);

    assertThat(type.channels()).extracting(SalesChannel::value).containsExactly("A", "B", "C");
    assertThat(type.roles()).containsExactly(Role.ADMIN, Role.CHANNEL);
  }

  private PerformanceRejection timed(Instant startsAt, Instant endsAt) {
    return code(none, schedule(startsAt, endsAt, prices(), SaleRules.DEFAULT));
  }

  private static PerformanceRejection code(Desk desk, PerformanceCommand command) {
    return (PerformanceRejection) Then.code(desk.decide(command, NOW));
  }

  private static SchedulePerformance with(ZonePrices... zones) {
    return schedule(TOMORROW, null, list(zones), SaleRules.DEFAULT);
  }

  private static PriceList list(ZonePrices... zones) {
    return new PriceList(EUR, List.of(zones));
  }

  private static ZonePrices zone(ZoneName zone, PriceType... types) {
    return new ZonePrices(zone, List.of(types));
  }

  private static PriceType window(Instant from, Instant until) {
    return new PriceType(FULL, label(), 1, rate(), Set.of(), Set.of(), from, until);
  }

  private static PublicLabel label() {
    return new PublicLabel("Full");
  }

  private static TaxRate rate() {
    return new TaxRate("5.5");
  }

  private static SetOnsale onsale(OnsaleWindow window, SalesChannel... channels) {
    List<ChannelWindow> own =
        Arrays.stream(channels).map(channel -> new ChannelWindow(channel, window)).toList();
    return new SetOnsale(PERFORMANCE, window, own, null);
  }
}
