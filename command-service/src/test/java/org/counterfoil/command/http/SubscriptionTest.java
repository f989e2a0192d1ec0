package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A fixed subscription: a price for who takes three evenings at once. */
@ExtendWith(SharedService.class)
class SubscriptionTest {

  private static final String PRICES =
      """
      {"STALLS":[{"priceType":"FULL","name":"Plein tarif","faceValueMinor":2500,"taxRate":"5.5"},
                 {"priceType":"SUB3","name":"Abonnement 3","faceValueMinor":1800,"taxRate":"5.5",
                  "minPerformances":3},
                 {"priceType":"SUB2","name":"Abonnement 2","faceValueMinor":2100,"taxRate":"5.5",
                  "minPerformances":2},
                 {"priceType":"CARD10","name":"Carte 10","faceValueMinor":1800,"taxRate":"5.5",
                  "pass":"TEN"}],
       "BALCONY":[{"priceType":"FULL","name":"Plein tarif","faceValueMinor":1500,"taxRate":"5.5"}],
       "FLOOR":[{"priceType":"FULL","name":"Fosse","faceValueMinor":3000,"taxRate":"2.1"}]}
      """;

  private final RunningService service;
  private final Theatre theatre;
  private final List<String> evenings = new ArrayList<>();

  SubscriptionTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    evenings.add(theatre.performance);
    evenings.add(theatre.schedule().expecting(201).text("/performanceId"));
    evenings.add(theatre.schedule().expecting(201).text("/performanceId"));
    for (String evening : evenings) {
      theatre
          .admin()
          .post("/performances/" + evening + "/price-list", "{\"priceList\":" + PRICES + "}")
          .expecting(200);
    }
  }

  @AfterEach
  void theLogIsSound() {
    for (String evening : evenings) {
      assertThat(LogCheck.of(service.log(), PerformanceId.of(evening)).findings()).isEmpty();
    }
  }

  @Test
  void threeEveningsAtOnceHaveItsPrice_fewerHaveNot() {
    assertThat(order("SUB3").outcome()).isEqualTo("409 TOO_FEW_PERFORMANCES");
    assertThat(order("SUB3", "SUB3").outcome()).isEqualTo("409 TOO_FEW_PERFORMANCES");
    assertThat(order("SUB3", "SUB3", "FULL").outcome()).isEqualTo("409 TOO_FEW_PERFORMANCES");
    assertThat(order("SUB2", "SUB3", "SUB2").outcome()).isEqualTo("409 TOO_FEW_PERFORMANCES");

    Answer order = order("SUB3", "SUB3", "SUB3").expecting(201);

    assertThat(order.json().at("/totalMinor").asLong()).isEqualTo(5_400);
    theatre.pay(theatre.staff(), order, "CASH", 5_400).expecting(201);
    assertThat(theatre.look(order).text("/state")).isEqualTo("COMPLETED");
  }

  @Test
  void itIsOfferedWithWhatItAsksFor() {
    Answer hold = hold(0, 1);

    assertThat(hold.json().at("/offers/STALLS/1/minPerformances").asInt()).isEqualTo(3);
    assertThat(hold.json().at("/offers/STALLS/3/pass").asString()).isEqualTo("TEN");
  }

  @Test
  void whatComesBackLeavesThePricesOfTheOthers() {
    Answer order = order("SUB3", "SUB3", "SUB3").expecting(201);
    theatre.pay(theatre.staff(), order, "CASH", 5_400).expecting(201);
    String ticket = theatre.look(order).text("/tickets/0/ticketId");

    Answer refund =
        theatre
            .staff()
            .post(
                "/orders/" + order.text("/orderId") + "/refunds",
                "{\"ticketIds\":[\"%s\"],\"to\":\"CASH\",\"reasonCode\":\"GOODWILL\"}"
                    .formatted(ticket))
            .expecting(201);

    assertThat(refund.json().at("/amountMinor").asLong()).isEqualTo(1_800);
    assertThat(theatre.look(order).json().at("/totalMinor").asLong()).isEqualTo(5_400);
    assertThat(theatre.look(order).json().at("/outstandingMinor").asLong()).isZero();
  }

  @Test
  void aPassPaysForOneEveningAtATime() {
    assertThat(order("CARD10", "FULL").outcome()).isEqualTo("409 PASS_NEEDS_ORDER_OF_ITS_OWN");
  }

  @Test
  void aPriceForOneEveningIsNone_norOneThatAPassPays() {
    assertThat(change("\"minPerformances\":3", "\"minPerformances\":1"))
        .isEqualTo("400 INVALID_PRICE");
    assertThat(change("\"pass\":\"TEN\"", "\"pass\":\"TEN\",\"minPerformances\":2"))
        .isEqualTo("400 INVALID_PRICE");
    assertThat(change("\"minPerformances\":3", "\"minPerformances\":4")).isEqualTo("200");
  }

  private String change(String from, String to) {
    return theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/price-list",
            "{\"priceList\":" + PRICES.replace(from, to) + "}")
        .outcome();
  }

  private Answer hold(int evening, int seat) {
    return theatre
        .staff()
        .post("/performances/" + evenings.get(evening) + "/holds", Theatre.seats("ORCH-A-" + seat))
        .expecting(201);
  }

  /** A seat of each evening, at these price types. */
  private Answer order(String... priceTypes) {
    List<String> holds = new ArrayList<>();
    List<String> tickets = new ArrayList<>();
    for (int i = 0; i < priceTypes.length; i++) {
      Answer hold =
          theatre
              .staff()
              .post(
                  "/performances/" + evenings.get(i) + "/holds",
                  "{\"bestAvailable\":{\"zone\":\"STALLS\",\"quantity\":1}}")
              .expecting(201);
      holds.add(
          "{\"holdId\":\"%s\",\"holdSecret\":\"%s\"}"
              .formatted(hold.text("/holdId"), hold.text("/holdSecret")));
      tickets.add(
          "{\"holdId\":\"%s\",\"seatId\":\"%s\",\"priceType\":\"%s\"}"
              .formatted(hold.text("/holdId"), hold.text("/seats/0/seatId"), priceTypes[i]));
    }
    return theatre
        .staff()
        .post(
            "/orders",
            "{\"holds\":[%s],\"tickets\":[%s]}"
                .formatted(String.join(",", holds), String.join(",", tickets)));
  }
}
