package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.counterfoil.command.http.Api.Answer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Limits per buyer, per presale code and per price type, also when all ask at once. */
@ExtendWith(SharedService.class)
class LimitsTest {

  private final Theatre theatre;

  LimitsTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private String path() {
    return "/performances/" + theatre.performance + "/holds";
  }

  private static Map<String, Long> outcomes(List<Answer> answers) {
    return answers.stream().collect(Collectors.groupingBy(Answer::outcome, Collectors.counting()));
  }

  private static String pit(int quantity, String more) {
    return "{\"area\":\"PIT\",\"quantity\":%d%s}".formatted(quantity, more);
  }

  /** The words: quota 10, 20 parallel buyers, exactly 10. */
  @Test
  void aQuotaOfTen_twentyBuyersAtOnce_exactlyTenGetOne() throws Exception {
    changePrices(",\"quota\":10");
    List<Answer> holds = new ArrayList<>();
    for (int buyer = 0; buyer < 20; buyer++) {
      holds.add(theatre.buyer().post(path(), pit(1, "")).expecting(201));
    }
    AtomicInteger next = new AtomicInteger();

    List<Answer> orders = Parallel.run(20, () -> order(holds.get(next.getAndIncrement())));

    assertThat(outcomes(orders))
        .containsEntry("201", 10L)
        .containsEntry("409 QUOTA_REACHED", 10L)
        .hasSize(2);

    Answer lucky = holds.stream().filter(this::isOrdered).findFirst().orElseThrow();
    List<Answer> others = holds.stream().filter(hold -> !isOrdered(hold)).toList();
    giveBack(lucky);
    order(others.get(0)).expecting(201);
    assertThat(order(others.get(1)).outcome()).isEqualTo("409 QUOTA_REACHED");
    changePrices("");
    order(others.get(1)).expecting(201); // the negative control: without a quota it passes
  }

  private boolean isOrdered(Answer hold) {
    return theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .get("/holds/" + hold.text("/holdId"))
        .expecting(200)
        .json()
        .has("orderId");
  }

  private void giveBack(Answer hold) {
    theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .delete("/holds/" + hold.text("/holdId"))
        .expecting(204);
  }

  private void changePrices(String quota) {
    theatre
        .admin()
        .post(
            "/performances/" + theatre.performance + "/price-list",
            """
            {"priceList":{
              "STALLS":[{"priceType":"FULL","name":"N","faceValueMinor":2500,"taxRate":"5.5"}],
              "BALCONY":[{"priceType":"FULL","name":"N","faceValueMinor":1500,"taxRate":"5.5"}],
              "FLOOR":[{"priceType":"FULL","name":"N","faceValueMinor":3000,"taxRate":"2.1"%s}]}}
            """
                .formatted(quota))
        .expecting(200);
  }

  private Answer order(Answer hold) {
    return theatre
        .buyer()
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[{\"area\":\"PIT\",\"quantity\":1,\"priceType\":\"FULL\"}]}"
                .formatted(hold.text("/holdId")));
  }

  @Test
  void aChannelsBuyerGetsAsManyPlacesAsTheRulesSay_alsoAskingTwentyTimesAtOnce() throws Exception {
    Api channel = Api.of(theatre.service).as(theatre.token("CHANNEL"));

    List<Answer> annas =
        Parallel.run(20, () -> channel.post(path(), pit(1, ",\"buyerKey\":\"anna@example.org\"")));

    assertThat(outcomes(annas))
        .containsEntry("201", 10L)
        .containsEntry("409 HOLD_LIMIT_REACHED", 10L)
        .hasSize(2);
    channel.post(path(), pit(10, ",\"buyerKey\":\"ben@example.org\"")).expecting(201);
    assertThat(outcomes(Parallel.run(11, () -> channel.post(path(), pit(1, "")))))
        .as("without a key nobody is counted: the limit's negative control")
        .containsEntry("201", 11L);

    Answer one = annas.stream().filter(each -> each.outcome().equals("201")).findFirst().get();
    giveBack(one);
    giveBack(one);
    channel.post(path(), pit(1, ",\"buyerKey\":\"anna@example.org\"")).expecting(201);
    assertThat(channel.post(path(), pit(1, ",\"buyerKey\":\"anna@example.org\"")).outcome())
        .as("what is given back twice comes back once")
        .isEqualTo("409 HOLD_LIMIT_REACHED");
  }

  @Test
  void onlyAChannelVouchesForItsBuyers() {
    String wish = pit(1, ",\"buyerKey\":\"anna@example.org\"");

    Answer refused = theatre.buyer().post(path(), wish);

    assertThat(refused.outcome()).isEqualTo("403 BUYER_KEY_NOT_ALLOWED");
    assertThat(refused.body()).doesNotContain("anna");
    assertThat(theatre.staff().post(path(), wish).outcome()).isEqualTo("403 BUYER_KEY_NOT_ALLOWED");
  }

  @Test
  void beforeTheOpeningOnlyACodeBuys() {
    Instant opening = theatre.service.clock().instant().plus(Duration.ofHours(1));
    Answer set =
        theatre
            .admin()
            .post(
                "/performances/" + theatre.performance + "/onsale",
                """
                {"opensAt":"%s","presale":{"codes":["Friends-2026","PRESS"],"maxSeatsPerCode":2}}
                """
                    .formatted(opening))
            .expecting(202);
    assertThat(set.json().at("/presale/codes").asInt()).isEqualTo(2);
    assertThat(set.body()).doesNotContainIgnoringCase("friends");
    assertThat(theatre.buyer().get("/performances/" + theatre.performance + "/offers").body())
        .contains("maxSeatsPerCode")
        .doesNotContainIgnoringCase("friends");

    assertThat(theatre.buyer().post(path(), pit(1, "")).outcome())
        .isEqualTo("409 PRESALE_CODE_REQUIRED");
    Answer guessed = theatre.buyer().post(path(), pit(1, ",\"presaleCode\":\"FRIENDS-2025\""));
    assertThat(guessed.outcome()).isEqualTo("409 PRESALE_CODE_UNKNOWN");
    assertThat(guessed.body()).doesNotContain("2025");
    theatre.buyer().post(path(), pit(1, ",\"presaleCode\":\"friends-2026\"")).expecting(201);
    assertThat(theatre.buyer().post(path(), pit(2, ",\"presaleCode\":\"FRIENDS-2026\"")).outcome())
        .isEqualTo("409 HOLD_LIMIT_REACHED");
    theatre.buyer().post(path(), pit(2, ",\"presaleCode\":\"PRESS\"")).expecting(201);

    // The negative controls: without a limit the code is good for more, without a presale for all.
    onsale("\"opensAt\":\"%s\",\"presale\":{\"codes\":[\"FRIENDS-2026\"]}".formatted(opening));
    theatre.buyer().post(path(), pit(2, ",\"presaleCode\":\"FRIENDS-2026\"")).expecting(201);
    assertThat(theatre.buyer().post(path(), pit(1, ",\"presaleCode\":\"PRESS\"")).outcome())
        .isEqualTo("409 PRESALE_CODE_UNKNOWN");
    onsale("");
    theatre.buyer().post(path(), pit(1, "")).expecting(201);
  }

  private void onsale(String terms) {
    theatre
        .admin()
        .post("/performances/" + theatre.performance + "/onsale", "{" + terms + "}")
        .expecting(202);
  }
}
