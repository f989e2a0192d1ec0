package org.counterfoil.eventstore.codec;

import java.time.Instant;
import java.time.LocalTime;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessEvent.ApiTokenRevoked;
import org.counterfoil.domain.access.AccessEvent.LoginLinkIssued;
import org.counterfoil.domain.access.AccessEvent.LoginLinkUsed;
import org.counterfoil.domain.access.AccessEvent.SessionEnded;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.access.OperatorId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.catalogue.CatalogueEvent.ProductionAdded;
import org.counterfoil.domain.catalogue.CatalogueEvent.SeasonPlanned;
import org.counterfoil.domain.catalogue.ProductionId;
import org.counterfoil.domain.catalogue.SeasonId;
import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.money.TaxRate;
import org.counterfoil.domain.organisation.AcceptedMethod;
import org.counterfoil.domain.organisation.AccountNumber;
import org.counterfoil.domain.organisation.AgentChannel;
import org.counterfoil.domain.organisation.CountryCode;
import org.counterfoil.domain.organisation.Iban;
import org.counterfoil.domain.organisation.InvoicingTerms;
import org.counterfoil.domain.organisation.NamedAgent;
import org.counterfoil.domain.organisation.NetworkEvent.NetworkCreated;
import org.counterfoil.domain.organisation.NetworkEvent.OrganisationJoined;
import org.counterfoil.domain.organisation.NetworkId;
import org.counterfoil.domain.organisation.OrganisationEvent.InvoicingSet;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationEvent.PaymentMethodsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.PrincipalsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.SalesAgentsSet;
import org.counterfoil.domain.organisation.OrganisationEvent.VoucherTermsSet;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.organisation.RegistrationNumber;
import org.counterfoil.domain.organisation.VoucherTerms;
import org.counterfoil.domain.performance.CancellationReason;
import org.counterfoil.domain.performance.ChannelWindow;
import org.counterfoil.domain.performance.Fee;
import org.counterfoil.domain.performance.FeeBasis;
import org.counterfoil.domain.performance.FeeCode;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PassOfferCode;
import org.counterfoil.domain.performance.PerformanceEvent.AccessiblePlacesReleased;
import org.counterfoil.domain.performance.PerformanceEvent.AgentsSet;
import org.counterfoil.domain.performance.PerformanceEvent.CancellationSettled;
import org.counterfoil.domain.performance.PerformanceEvent.OnsaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCancelled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceCompleted;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceRescheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PerformanceScheduled;
import org.counterfoil.domain.performance.PerformanceEvent.PresaleSet;
import org.counterfoil.domain.performance.PerformanceEvent.PriceListChanged;
import org.counterfoil.domain.performance.PerformanceEvent.QuotasSet;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.performance.Presale;
import org.counterfoil.domain.performance.PresaleCodeMark;
import org.counterfoil.domain.performance.PriceList;
import org.counterfoil.domain.performance.PriceQuota;
import org.counterfoil.domain.performance.PriceType;
import org.counterfoil.domain.performance.PriceTypeCode;
import org.counterfoil.domain.performance.Proof;
import org.counterfoil.domain.performance.SaleRules;
import org.counterfoil.domain.performance.SalesAgent;
import org.counterfoil.domain.performance.SalesChannel;
import org.counterfoil.domain.performance.ZonePrices;
import org.counterfoil.domain.seating.Area;
import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.seating.ZoneCapacity;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.domain.venue.VenueEvent.BookingEnded;
import org.counterfoil.domain.venue.VenueEvent.SeatingPlanAdded;
import org.counterfoil.domain.venue.VenueEvent.VenueBooked;
import org.counterfoil.domain.venue.VenueEvent.VenueOpened;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.domain.waitingroom.BeaconValue;
import org.counterfoil.domain.waitingroom.DrawHash;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.BeaconRead;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.LobbyClosed;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.LobbyOpened;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RateChanged;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RoomOpened;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;

/**
 * One event of each kind, with every component filled in: what the approved files are made of. What
 * sells seats is in {@link SampleSales}. A sample MUST NOT be changed once its file is approved.
 */
public final class SampleEvents {

  static final Instant CURTAIN = Instant.parse("2026-12-01T19:30:00Z");
  static final Currency EUR = Currency.getInstance("EUR");
  static final OrganisationId THEATRE = new OrganisationId(id(1));
  static final PerformanceId PERFORMANCE = new PerformanceId(id(2));
  static final ZoneName STALLS = new ZoneName("STALLS");
  static final AreaName PIT = new AreaName("PIT");

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final VenueId VENUE = new VenueId(id(3));
  private static final SeatingPlanId PLAN = new SeatingPlanId(id(4));
  private static final PlanHash PLAN_HASH = new PlanHash("ab".repeat(32));
  private static final LoginLinkId LINK = new LoginLinkId(id(5));
  private static final List<ZoneCapacity> ZONES = List.of(new ZoneCapacity(STALLS, 1, 738));
  private static final List<Area> AREAS = List.of(new Area(PIT, STALLS, 400));
  private static final PriceList PRICES = prices();

  private SampleEvents() {}

  /** A UUID that tells the samples apart. */
  static UUID id(int number) {
    return new UUID(0x0193_8000_0000_7000L, 0x8000_0000_0000_0000L + number);
  }

  /** One of each. */
  public static List<Event> all() {
    return Stream.of(
            access(),
            offer(),
            organisations(),
            venues(),
            waitingRoom(),
            SampleSales.all(),
            SampleReturns.all(),
            SampleHeldBack.all(),
            SampleAdmissions.all(),
            SampleBooks.all(),
            SampleReservations.all(),
            SampleVouchers.all(),
            SamplePersons.all(),
            SampleReadings.all(),
            SampleControllers.all(),
            SamplePasses.all())
        .flatMap(List::stream)
        .toList();
  }

  /** A sample as it is stored. */
  static Envelope envelope(Event event, EventCatalogue catalogue) {
    EventCatalogue.Entry entry = catalogue.entryOf(event);
    return new Envelope(
        id(90),
        id(91),
        entry.name().substring(0, entry.name().indexOf('.')),
        7,
        entry.name(),
        entry.revision(),
        Instant.parse("2026-11-20T09:30:00.123456Z"),
        THEATRE,
        new Actor(Actor.Kind.OPERATOR, id(92)),
        id(93),
        event);
  }

  private static List<Event> access() {
    Instant until = Instant.parse("2027-01-01T00:00:00Z");
    PublicLabel label = new PublicLabel("Guichet du théâtre");
    return List.of(
        new ApiTokenIssued(new ApiTokenId(id(6)), THEATRE, Role.BOX_OFFICE, label, until),
        new ApiTokenRevoked(new ApiTokenId(id(6))),
        new LoginLinkIssued(LINK, new OperatorId(id(7)), THEATRE, Role.ORGANISER, until),
        new LoginLinkUsed(LINK, until),
        new SessionEnded(LINK));
  }

  private static List<Event> offer() {
    OnsaleWindow window =
        new OnsaleWindow(
            Instant.parse("2026-10-01T08:00:00Z"), Instant.parse("2026-12-01T18:30:00Z"));
    return List.of(
        new SeasonPlanned(new SeasonId(id(8)), THEATRE, new PublicLabel("Saison 2026-2027")),
        new ProductionAdded(
            new ProductionId(id(9)),
            THEATRE,
            new PublicLabel("Le Malade imaginaire"),
            new PublicLabel("Comédie"),
            new SeasonId(id(8)),
            new PublicLabel("Spectacle vivant")),
        new PerformanceScheduled(
            PERFORMANCE,
            THEATRE,
            new ProductionId(id(9)),
            new PublicLabel("Le Malade imaginaire"),
            VENUE,
            new PublicLabel("Théâtre de la Ville"),
            PLAN,
            PLAN_HASH,
            738,
            ZONES,
            AREAS,
            CURTAIN,
            CURTAIN.plusSeconds(9000),
            PARIS,
            PRICES,
            SaleRules.DEFAULT,
            true),
        new PriceListChanged(PERFORMANCE, 2, PRICES),
        new OnsaleSet(
            PERFORMANCE,
            window,
            List.of(new ChannelWindow(new SalesChannel("WEB"), new OnsaleWindow(null, null)))),
        new PresaleSet(
            PERFORMANCE, new Presale(List.of(new PresaleCodeMark("c".repeat(43))), window, 4)),
        new QuotasSet(PERFORMANCE, List.of(new PriceQuota(STALLS, new PriceTypeCode("FULL"), 100))),
        new AgentsSet(
            PERFORMANCE,
            List.of(new SalesAgent(new SalesChannel("OFFICE"), new OrganisationId(id(12))))),
        new AccessiblePlacesReleased(PERFORMANCE),
        new PerformanceRescheduled(
            PERFORMANCE, CURTAIN.plusSeconds(86_400), CURTAIN.plusSeconds(95_400)),
        new PerformanceCompleted(PERFORMANCE),
        new PerformanceCancelled(
            PERFORMANCE, CancellationReason.ILLNESS, true, CURTAIN.plusSeconds(864_000)),
        new CancellationSettled(PERFORMANCE));
  }

  private static List<Event> waitingRoom() {
    Instant opensAt = Instant.parse("2026-10-01T08:00:00Z");
    Seed seed = new Seed("3c".repeat(32));
    BeaconValue beacon = new BeaconValue("bd4c6a1f");
    return List.of(
        new WaitingRoomSet(
            PERFORMANCE,
            new WaitingRoomTerms(
                opensAt.minusSeconds(1800),
                opensAt,
                50,
                600,
                new PublicLabel("drand quicknet, round 14500000"))),
        new LobbyOpened(PERFORMANCE, seed.hash()),
        new LobbyClosed(PERFORMANCE, 20_000, new DrawHash("4d".repeat(32))),
        new BeaconRead(PERFORMANCE, beacon),
        new RoomOpened(PERFORMANCE, seed, beacon),
        new RateChanged(PERFORMANCE, 600, 250, 180));
  }

  private static List<Event> organisations() {
    return List.of(
        new OrganisationCreated(
            THEATRE,
            new PublicLabel("Théâtre de la Ville"),
            new PublicLabel("Association du Théâtre de la Ville"),
            new CountryCode("FR"),
            EUR,
            PARIS,
            new RegistrationNumber("732829320"),
            new RegistrationNumber("FR44732829320"),
            new RegistrationNumber("PLATESV-R-2026-000123"),
            new PublicContact("dpo@theatre.example"),
            MonthDay.of(9, 1),
            LocalTime.of(4, 0)),
        new PaymentMethodsSet(
            THEATRE, List.of(new AcceptedMethod(PaymentMethod.CARD, new AccountNumber("511")))),
        new InvoicingSet(
            THEATRE,
            new InvoicingTerms(
                List.of(
                    new PublicLabel("4 quai du Lac"), new PublicLabel("74200 Thonon-les-Bains")),
                new PublicLabel("SCIC SA à capital variable, RCS Thonon-les-Bains"),
                new Iban("FR7630006000011234567890189"),
                30,
                new PublicLabel("trois fois le taux d'intérêt légal"),
                4_000)),
        new PrincipalsSet(THEATRE, List.of(new OrganisationId(id(12)))),
        new SalesAgentsSet(
            THEATRE,
            List.of(new NamedAgent(new AgentChannel("OFFICE"), new OrganisationId(id(12))))),
        new VoucherTermsSet(THEATRE, new VoucherTerms(730, new TaxRate("5.5"))),
        new NetworkCreated(new NetworkId(id(10)), new PublicLabel("Scènes de l'agglomération")),
        new OrganisationJoined(new NetworkId(id(10)), THEATRE));
  }

  private static List<Event> venues() {
    return List.of(
        new VenueOpened(
            VENUE,
            THEATRE,
            new PublicLabel("Théâtre de la Ville"),
            new PublicLabel("2 place du Châtelet, Paris"),
            PARIS,
            true),
        new SeatingPlanAdded(
            VENUE,
            THEATRE,
            PLAN,
            new PublicLabel("Configuration frontale"),
            1,
            PLAN_HASH,
            738,
            ZONES,
            AREAS),
        new VenueBooked(VENUE, THEATRE, PERFORMANCE, CURTAIN, CURTAIN.plusSeconds(9000), false),
        new BookingEnded(VENUE, THEATRE, PERFORMANCE));
  }

  private static PriceList prices() {
    PriceType full =
        new PriceType(
            new PriceTypeCode("FULL"),
            new PublicLabel("Plein tarif"),
            2500,
            new TaxRate("5.5"),
            150,
            Set.of(new SalesChannel("WEB"), new SalesChannel("COUNTER")),
            Set.of(Role.CHANNEL, Role.BOX_OFFICE),
            Instant.parse("2026-10-01T08:00:00Z"),
            CURTAIN,
            Proof.STUDENT,
            new PassOfferCode("TEN-2027"),
            3);
    Fee booking =
        new Fee(
            new FeeCode("BOOKING"),
            new PublicLabel("Frais de réservation"),
            150,
            new TaxRate("20"),
            FeeBasis.TICKET,
            new AccountNumber("7088"),
            true,
            Set.of(new SalesChannel("WEB"), new SalesChannel("AGENT")));
    return new PriceList(EUR, List.of(new ZonePrices(STALLS, List.of(full))), List.of(booking));
  }
}
