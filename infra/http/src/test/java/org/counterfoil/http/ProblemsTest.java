package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.counterfoil.http.small.Answers.problem;

import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.Locale;
import org.counterfoil.http.small.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Everything a client can get wrong is answered with the problem that says what. */
class ProblemsTest {

  private static final String ID = "01890a5d-ac96-774b-bcce-b302099a8057";

  private final RunningService service = RunningService.shared();

  @ParameterizedTest
  @CsvSource({
    "/nowhere,404,NOT_FOUND",
    "/things/,404,NOT_FOUND",
    "/error,404,NOT_FOUND",
    "/typed/nonsense?number=1&zone=A,400,INVALID_REQUEST",
    "/typed/1-1-1-1-1?number=1&zone=A,400,INVALID_REQUEST",
    "/typed/" + ID + "?number=one&zone=A,400,INVALID_REQUEST",
    "/typed/" + ID + "?zone=A,400,INVALID_REQUEST",
    "/typed/" + ID + "?number=1&zone=,400,INVALID_REQUEST",
    "/typed/" + ID + "?number=1&zone=A,400,INVALID_REQUEST",
    "/list?limit=0,400,INVALID_REQUEST",
    "/list?limit=501,400,INVALID_REQUEST",
    "/list?limit=ten,400,INVALID_REQUEST",
    "/list?cursor=nonsense,400,INVALID_REQUEST",
    "/list?cursor=%FF,400,MALFORMED_REQUEST",
    "/refused/INVALID,400,NO_LUCK_TODAY",
    "/refused/FORBIDDEN,403,NO_LUCK_TODAY",
    "/refused/NOT_FOUND,404,NO_LUCK_TODAY",
    "/refused/GONE,410,NO_LUCK_TODAY",
    "/refused/CONFLICT,409,NO_LUCK_TODAY",
    "/refused/LIMIT,409,NO_LUCK_TODAY",
    "/refused/OTHER,400,INVALID_REQUEST",
    "/strange,503,OVERLOADED",
  })
  void a_wrong_address_is_a_problem(String path, int status, String code) {
    JsonNode problem = problem(service.get(path), status);

    assertThat(problem.get("code").asString()).isEqualTo(code);
    assertThat(problem.get("type").asString())
        .isEqualTo(
            "https://counterfoil.org/problems/" + code.toLowerCase(Locale.ROOT).replace('_', '-'));
  }

  @Test
  void a_wrong_method_is_told_the_right_ones_however_the_route_is_mapped() {
    HttpResponse<String> annotated =
        service.send(
            service.request("/performances/" + ID).method("PATCH", BodyPublishers.noBody()));
    HttpResponse<String> functional = service.send(service.request("/functional/things").DELETE());
    HttpResponse<String> options =
        service.send(service.request("/things").method("OPTIONS", BodyPublishers.noBody()));
    HttpResponse<String> invented =
        service.send(service.request("/things").method("FOO", BodyPublishers.noBody()));

    problem(annotated, 405);
    assertThat(annotated.headers().firstValue("Allow")).contains("DELETE, GET, POST");
    problem(functional, 405);
    assertThat(functional.headers().firstValue("Allow")).contains("POST");
    problem(options, 405);
    assertThat(options.headers().firstValue("Allow")).contains("POST");
    problem(invented, 405);
  }

  @Test
  void media_types_that_are_not_spoken_are_refused() {
    problem(
        service.send(
            service
                .request("/things")
                .header("Content-Type", "application/xml")
                .POST(BodyPublishers.ofString("<a/>"))),
        415);
    problem(
        service.send(
            service
                .request("/things")
                .header("Content-Type", "nonsense")
                .POST(BodyPublishers.ofString("{}"))),
        415);
    problem(
        service.send(
            service
                .request("/functional/things")
                .header("Content-Type", "text/plain")
                .POST(BodyPublishers.ofString("{}"))),
        415);
    problem(
        service.get(
            "/typed/" + ID + "?number=1&zone=A", "Accept", "image/png", "Must-Be-There", "x"),
        406);
  }

  @Test
  void a_body_is_read_up_to_its_route_s_limit_and_no_further() {
    String tooLarge = "\"" + "x".repeat(1 << 20) + "\"";

    problem(service.post("/things", tooLarge), 413);
    problem(
        service.send(
            service
                .request("/things")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.fromPublisher(BodyPublishers.ofString(tooLarge)))),
        413);
    assertThat(service.post("/plans", tooLarge).statusCode()).isEqualTo(200);
  }

  @Test
  void a_form_is_read_up_to_its_own_limit() {
    assertThat(form("field=" + "x".repeat(1_000)).statusCode()).isEqualTo(200);
    problem(form("field=" + "x".repeat(100_000)), 413);
    problem(form("field=%zz"), 400);
    problem(form("other=1"), 400);
  }

  private HttpResponse<String> form(String body) {
    return service.send(
        service
            .request("/form")
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(body)));
  }

  @Test
  void a_browser_that_asks_for_a_page_gets_one() {
    HttpResponse<String> answer =
        service.get("/me", "Accept", "text/html,application/xhtml+xml,*/*;q=0.8");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
    assertThat(answer.body()).contains("<h1>Credentials needed</h1>");
  }

  @Test
  void what_nobody_expected_says_nothing_but_where_to_look() {
    for (String path : new String[] {"/broken", "/broken/error"}) {
      HttpResponse<String> answer = service.get(path);

      JsonNode problem = problem(answer, 500);
      String id = answer.headers().firstValue("Correlation-Id").orElseThrow();
      assertThat(problem.get("instance").asString()).isEqualTo("urn:uuid:" + id);
      assertThat(answer.body()).doesNotContain("secret-host", "Exception", "at org.");
    }
  }

  @Test
  void what_may_be_tried_again_says_when() {
    HttpResponse<String> answer = service.get("/strange");

    assertThat(problem(answer, 503).get("retryable").asBoolean()).isTrue();
    assertThat(answer.headers().firstValue("Retry-After")).contains("1");
  }

  @Test
  void half_an_answer_does_not_look_like_a_whole_one() {
    assertThat(catchThrowable(() -> service.get("/half"))).isInstanceOf(UncheckedIOException.class);
  }
}
