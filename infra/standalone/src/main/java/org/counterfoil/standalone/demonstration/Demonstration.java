package org.counterfoil.standalone.demonstration;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.counterfoil.eventstore.time.DrivenClock;
import org.counterfoil.standalone.demonstration.Showing.Seller;
import tools.jackson.databind.JsonNode;

/** Tells the story: who sells what where, and five weeks of buyers. Seeded: always the same. */
public final class Demonstration {

  private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
  private static final long SEED = 1673;
  private static final int VISITS = 420;
  private static final int DAYS_OF_SALES = 35;
  private static final String TAX_RATE = "5.5";
  private static final String PIT = "Fosse";

  private static final Map<String, Object> INVOICING =
      Map.of(
          "address",
          List.of("Place de la République", "38000 Grenoble"),
          "iban",
          "FR7630006000011234567890189",
          "paymentDays",
          30,
          "latePenalty",
          "trois fois le taux d'intérêt légal",
          "recoveryFeeMinor",
          4_000);

  private final Api api;
  private final String admin;
  private final DrivenClock clock;
  private final Random random = new Random(SEED);

  /**
   * Prepares the story.
   *
   * @param adminToken the platform administrator's API token
   * @param clock stands at {@link #beginBefore}; driven until now, then left to run
   */
  public Demonstration(int port, String adminToken, DrivenClock clock) {
    this.api = new Api(port);
    this.admin = adminToken;
    this.clock = clock;
  }

  /** When the story begins that ends now. */
  public static Instant beginBefore(Instant now) {
    return now.minus(Duration.ofDays(DAYS_OF_SALES));
  }

  /** Plays it; the clock runs again at the end, whatever happens. */
  public void play(Instant now) {
    try {
      sell(open(LocalDate.ofInstant(now, PARIS)), now);
    } finally {
      clock.run();
    }
  }

  private List<Showing> open(LocalDate today) {
    Seller theatre = seller("Théâtre de la Rotonde", "Régie du Théâtre de la Rotonde");
    Seller town = seller("Saisons de l’Agglomération", "Communauté d’agglomération du Val");
    String network =
        api.post("/networks", admin, Map.of("name", "Scènes du Val")).get("networkId").asString();
    for (Seller member : List.of(theatre, town)) {
      api.put(
          "/networks/" + network + "/organisations/" + member.organisationId(), admin, Map.of());
    }
    Map<String, Object> theatrePlan = TheatrePlan.document();
    Map<String, Object> hallPlan = ConcertHallPlan.document();
    Venue stage = venue(theatre, "Théâtre de la Rotonde", "1 place de la Rotonde", theatrePlan);
    Venue hall = venue(town, "La Halle aux Grains", "12 quai des Meuniers", hallPlan);

    Map<String, Integer> theatrePrices =
        prices(
            Map.entry("Carré or", 4_200),
            Map.entry("Première catégorie", 3_400),
            Map.entry("Deuxième catégorie", 2_500),
            Map.entry("Troisième catégorie", 1_600));
    Map<String, Integer> hallPrices = prices(Map.entry(PIT, 2_800), Map.entry("Gradins", 3_200));
    String cid = production(theatre, season(theatre), "Le Cid", "Théâtre");
    String year = season(town);
    String figaro = production(town, year, "Les Noces de Figaro", "Opéra");
    String night = production(town, year, "Nuit des guitares", "Concert");

    List<Showing> showings = new ArrayList<>();
    int[] cidDays = {-6, 9, 10, 16};
    for (int day : cidDays) {
      showings.add(
          showing(theatre, stage, cid, theatrePrices, theatrePlan, today.plusDays(day), 20, 4));
    }
    showings.add(
        showing(town, stage, figaro, theatrePrices, theatrePlan, today.plusDays(12), 19, 6));
    showings.add(
        showing(town, stage, figaro, theatrePrices, theatrePlan, today.plusDays(26), 19, 2));
    showings.add(showing(town, hall, night, hallPrices, hallPlan, today.plusDays(19), 21, 5));
    showings.add(showing(town, hall, night, hallPrices, hallPlan, today.plusDays(40), 21, 2));
    return showings;
  }

  private record Venue(String venueId, String seatingPlanId, boolean hasPit) {}

  private Seller seller(String name, String legalName) {
    String id =
        api.post(
                "/organisations",
                admin,
                Map.of(
                    "name",
                    name,
                    "legalName",
                    legalName,
                    "licenceNumber",
                    "PLATESV-R-2026-00" + (1 + name.length()),
                    "country",
                    "FR",
                    "currency",
                    "EUR",
                    "timeZone",
                    PARIS.getId()))
            .get("organisationId")
            .asString();
    api.put("/organisations/" + id + "/invoicing", admin, INVOICING);
    return new Seller(id, token(id, "BOX_OFFICE", "Guichet"), token(id, "CHANNEL", "WEB"));
  }

  private String token(String organisation, String role, String label) {
    return api.post(
            "/organisations/" + organisation + "/api-tokens",
            admin,
            Map.of("role", role, "label", label))
        .get("token")
        .asString();
  }

  private Venue venue(Seller owner, String name, String address, Map<String, Object> plan) {
    String venue =
        api.post(
                "/venues",
                admin,
                Map.of(
                    "organisationId",
                    owner.organisationId(),
                    "name",
                    name,
                    "address",
                    address,
                    "timeZone",
                    PARIS.getId(),
                    "sharedWithNetwork",
                    true))
            .get("venueId")
            .asString();
    JsonNode added = api.post("/venues/" + venue + "/seating-plans", admin, plan);
    return new Venue(
        venue,
        added.get("seatingPlanId").asString(),
        plan.containsKey("areas") && !List.of().equals(plan.get("areas")));
  }

  private String season(Seller seller) {
    return api.post(
            "/seasons",
            admin,
            Map.of(
                "organisationId",
                seller.organisationId(),
                "title",
                "Saison " + LocalDate.ofInstant(clock.instant(), PARIS).getYear()))
        .get("seasonId")
        .asString();
  }

  private String production(Seller seller, String season, String title, String genre) {
    return api.post(
            "/productions",
            admin,
            Map.of(
                "organisationId", seller.organisationId(),
                "title", title,
                "genre", genre,
                "seasonId", season))
        .get("productionId")
        .asString();
  }

  private Showing showing(
      Seller seller,
      Venue venue,
      String production,
      Map<String, Integer> prices,
      Map<String, Object> plan,
      LocalDate day,
      int hour,
      int appetite) {
    Instant startsAt = day.atTime(LocalTime.of(hour, 30)).atZone(PARIS).toInstant();
    String id =
        api.post(
                "/performances",
                admin,
                Map.of(
                    "productionId", production,
                    "venueId", venue.venueId(),
                    "seatingPlanId", venue.seatingPlanId(),
                    "startsAt", startsAt.toString(),
                    "endsAt", startsAt.plus(Duration.ofMinutes(150)).toString(),
                    "priceList", Prices.list(prices, TAX_RATE)))
            .get("performanceId")
            .asString();
    api.post("/performances/" + id + "/onsale", admin, Map.of());
    return new Showing(id, House.of(plan), venue.hasPit() ? PIT : null, seller, startsAt, appetite);
  }

  private void sell(List<Showing> showings, Instant now) {
    Doors doors = new Doors(api, clock, admin);
    Sales sales = new Sales(api, random, doors);
    List<Showing> played = new ArrayList<>();
    Duration span = Duration.between(clock.instant(), now);
    Instant begin = clock.instant();
    for (int visit = 0; visit < VISITS; visit++) {
      double share = Math.pow((visit + 1.0) / VISITS, 0.8);
      Instant next = begin.plusMillis((long) (span.toMillis() * share));
      for (Showing showing : showings) {
        if (!showing.startsAt().isAfter(next) && !played.contains(showing)) {
          played.add(showing);
          doors.open(showing);
        }
      }
      clock.driveTo(next);
      sales.visit(pick(showings));
    }
    Showing coming =
        showings.stream().filter(s -> s.startsAt().isAfter(now)).findFirst().orElseThrow();
    new Parties(api, admin, random).comeTo(coming);
    new Tills(api, sales).keep(coming);
  }

  /** One of the performances that are still to come at this moment, by their appetite. */
  private Showing pick(List<Showing> showings) {
    List<Showing> coming =
        showings.stream().filter(s -> s.startsAt().isAfter(clock.instant())).toList();
    int dice = random.nextInt(coming.stream().mapToInt(Showing::appetite).sum());
    for (Showing showing : coming) {
      dice -= showing.appetite();
      if (dice < 0) {
        return showing;
      }
    }
    return coming.getLast();
  }

  @SafeVarargs
  private static Map<String, Integer> prices(Map.Entry<String, Integer>... zones) {
    Map<String, Integer> prices = new LinkedHashMap<>();
    for (Map.Entry<String, Integer> zone : zones) {
      prices.put(zone.getKey(), zone.getValue());
    }
    return prices;
  }
}
