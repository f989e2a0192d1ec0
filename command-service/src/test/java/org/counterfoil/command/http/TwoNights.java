package org.counterfoil.command.http;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.counterfoil.command.http.Api.Answer;

/** A night at home, and a premiere on an island. */
final class TwoNights {

  /** The island's rate, for the same seats. */
  private static final String ISLAND_PRICES =
      """
      {"STALLS":[{"priceType":"FULL","name":"Plein tarif","faceValueMinor":3500,"taxRate":"2.1"},
                 {"priceType":"COMP","name":"Invitation","faceValueMinor":0,"taxRate":"2.1",
                  "roles":["BOX_OFFICE"]}],
       "BALCONY":[{"priceType":"FULL","name":"Plein tarif","faceValueMinor":1500,"taxRate":"2.1"}],
       "FLOOR":[{"priceType":"FULL","name":"Fosse","faceValueMinor":3000,"taxRate":"2.1"}]}
      """;

  private static final AtomicInteger days = new AtomicInteger(200);

  final Theatre theatre;
  final String island;

  private TwoNights(Theatre theatre) {
    this.theatre = theatre;
    island = onIsland(theatre);
  }

  static TwoNights at(Theatre theatre) {
    return new TwoNights(theatre);
  }

  /** In a venue whose clocks show another day. */
  private static String onIsland(Theatre theatre) {
    String venue =
        theatre
            .admin()
            .post(
                "/venues",
                """
                {"organisationId":"%s","name":"Théâtre de l'île","address":"1 rue du Port",
                 "timeZone":"Pacific/Noumea"}
                """
                    .formatted(theatre.organisation))
            .expecting(201)
            .text("/venueId");
    String plan =
        theatre
            .admin()
            .post("/venues/" + venue + "/seating-plans", Theatre.PLAN)
            .expecting(201)
            .text("/seatingPlanId");
    String start =
        theatre.service.clock().instant().plus(Duration.ofDays(days.incrementAndGet())).toString();
    String performance =
        theatre
            .admin()
            .post(
                "/performances",
                """
                {"productionId":"%s","venueId":"%s","seatingPlanId":"%s","startsAt":"%s",
                 "priceList":%s}
                """
                    .formatted(theatre.production, venue, plan, start, ISLAND_PRICES))
            .expecting(201)
            .text("/performanceId");
    theatre.admin().post("/performances/" + performance + "/onsale", "{}").expecting(202);
    return performance;
  }

  Answer hold(String performance, String... seats) {
    return theatre
        .buyer()
        .post("/performances/" + performance + "/holds", Theatre.seats(seats))
        .expecting(201);
  }

  /** Orders with the secrets of all holds. */
  Answer order(String tickets, Answer... holds) {
    String named =
        List.of(holds).stream()
            .map(
                hold ->
                    "{\"holdId\":\"%s\",\"holdSecret\":\"%s\"}"
                        .formatted(hold.text("/holdId"), hold.text("/holdSecret")))
            .collect(Collectors.joining(","));
    return theatre
        .buyer()
        .post("/orders", "{\"holds\":[%s],\"tickets\":[%s]}".formatted(named, tickets));
  }

  static String full(String seat) {
    return "{\"seatId\":\"%s\",\"priceType\":\"FULL\"}".formatted(seat);
  }

  /** The same seat of both, 25.00 at 5.5 % and 35.00 at 2.1 %. */
  Answer both(String seat) {
    Answer home = hold(theatre.performance, seat);
    Answer away = hold(island, seat);
    return order(full(seat) + "," + full(seat), home, away).expecting(201);
  }

  Api buyer(Answer order) {
    return theatre.buyer().with("Order-Secret", order.text("/orderSecret"));
  }
}
