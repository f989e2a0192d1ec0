package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.command.seating.PlanFiles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Seating plans as they are sent: either format, every fault, the largest. */
@ExtendWith(SharedService.class)
class PlanUploadTest {

  private final Theatre theatre;

  PlanUploadTest(RunningService service) {
    theatre = Theatre.in(service);
  }

  private String plans() {
    return "/venues/" + theatre.venue + "/seating-plans";
  }

  @Test
  void aPlanOfEitherFormatIsAddedAndGivenBack() {
    Answer own =
        theatre.admin().post(plans(), PlanFiles.own(PlanFiles.theatre(1_252))).expecting(201);
    Answer pretix =
        theatre
            .admin()
            .post(plans(), PlanFiles.pretix(PlanFiles.theatre(1_252), true))
            .expecting(201);

    assertThat(own.json().at("/seatCount").asInt()).isEqualTo(1_252);
    assertThat(own.json().at("/version").asInt()).isEqualTo(1);
    assertThat(pretix.json().at("/seatCount").asInt()).isEqualTo(1_252);
    assertThat(pretix.json().at("/version").asInt()).isEqualTo(2);
    Answer document = theatre.buyer().get(own.header("Location").substring(7)).expecting(200);
    assertThat(document.json().at("/sections/0/rows/0/seats")).hasSize(24);
    assertThat(document.header("ETag")).matches("\"[0-9a-f]{64}\"");
  }

  @Test
  void aPlanSentTwiceUnderOneKeyIsAddedOnce() {
    Api admin = theatre.admin().with("Idempotency-Key", "plan-" + theatre.venue);
    Answer first = admin.post(plans(), Theatre.PLAN).expecting(201);
    Answer again = admin.post(plans(), Theatre.PLAN).expecting(201);

    assertThat(again.body()).isEqualTo(first.body());
    assertThat(again.header("Idempotency-Replayed")).isEqualTo("true");
    assertThat(admin.post(plans(), Theatre.PLAN.replace("PIT", "POT")).outcome())
        .isEqualTo("422 IDEMPOTENCY_KEY_REUSED");
  }

  @Test
  void everyFaultOfAPlanIsListed() {
    Answer refused =
        theatre
            .admin()
            .post(
                plans(),
                """
                {"name":"P","zones":[{"name":"Z"}],"sections":[{"name":"S","zone":"Y","rows":[
                 {"label":"A","seats":[{"id":"x","label":"1"},{"id":"x","label":2}]}]}],
                 "areas":[{"name":"PIT","zone":"Z","capacity":-1}]}
                """);

    assertThat(refused.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(refused.json().at("/violations")).hasSize(3);
    assertThat(refused.text("/violations/0/field")).isEqualTo("sections[0].rows[0].seats[1].label");
    assertThat(theatre.admin().post(plans(), "no json").outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(theatre.admin().with("Content-Type", "text/csv").post(plans(), "a;b").outcome())
        .isEqualTo("415 UNSUPPORTED_MEDIA_TYPE");
  }

  @Test
  void aPlanOfMoreThan32MebibytesIsTooLarge() {
    String blank = "{" + " ".repeat(33 << 20) + "}";

    assertThat(theatre.admin().post(plans(), blank).outcome()).isEqualTo("413 BODY_TOO_LARGE");
    assertThat(
            theatre.admin().stream(
                    "POST",
                    plans(),
                    HttpRequest.BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(blank.getBytes(StandardCharsets.US_ASCII))))
                .outcome())
        .isEqualTo("413 BODY_TOO_LARGE");
  }
}
