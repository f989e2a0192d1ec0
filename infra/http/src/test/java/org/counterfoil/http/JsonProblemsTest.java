package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.http.small.Answers.problem;

import java.net.http.HttpResponse;
import java.util.stream.Stream;
import org.counterfoil.http.small.RunningService;
import org.counterfoil.http.small.Thing;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

/** A body in which something is wrong is refused with the field that it is in. */
class JsonProblemsTest {

  private final RunningService service = RunningService.shared();

  @Test
  void what_is_right_is_let_through() {
    HttpResponse<String> answer = service.post("/things", Thing.JSON);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(RunningService.json(answer).get("amountMinor").asLong()).isEqualTo(2500);
    assertThat(answer.body()).contains("\"at\":\"2026-12-01T19:30:00Z\"").doesNotContain("note");
  }

  static Stream<Arguments> wrongBodies() {
    return Stream.of(
        body("{\"name\":\"Tosca\"", "MALFORMED_REQUEST", null),
        body("", "MALFORMED_REQUEST", null),
        body("null", "MALFORMED_REQUEST", null),
        body("[]", "INVALID_REQUEST", "(body)"),
        body("\"text\"", "INVALID_REQUEST", "(body)"),
        body(changed("\"name\":\"Tosca\",", ""), "INVALID_REQUEST", "name"),
        body(changed("\"name\":\"Tosca\"", "\"name\":null"), "INVALID_REQUEST", "name"),
        body(changed("Tosca", "me@example.org"), "INVALID_REQUEST", "name"),
        body(changed("\"Tosca\"", "{\"a\":1}"), "INVALID_REQUEST", "name"),
        body(changed("2500", "2500.0"), "INVALID_REQUEST", "amountMinor"),
        body(changed("2500", "2500.5"), "INVALID_REQUEST", "amountMinor"),
        body(changed("2500", "25e2"), "INVALID_REQUEST", "amountMinor"),
        body(changed("2500", "\"2500\""), "INVALID_REQUEST", "amountMinor"),
        body(changed("2500", "true"), "INVALID_REQUEST", "amountMinor"),
        body(changed("2500", "null"), "INVALID_REQUEST", "amountMinor"),
        body(changed("2500", "99999999999999999999"), "INVALID_REQUEST", "amountMinor"),
        body(changed("2500", "9".repeat(5_000)), null, null),
        body(changed("2500", "1e999999999"), null, null),
        body(changed("\"amountMinor\":2500,", ""), "INVALID_REQUEST", "amountMinor"),
        body(changed("GOOD", "BAD"), "INVALID_REQUEST", "kind"),
        body(changed("\"GOOD\"", "0"), "INVALID_REQUEST", "kind"),
        body(changed("2026-12-01T19:30:00Z", "tomorrow"), "INVALID_REQUEST", "at"),
        body(changed("\"2026-12-01T19:30:00Z\"", "1764617400"), "INVALID_REQUEST", "at"),
        body(changed("01890a5d-ac96", "1-1"), "INVALID_REQUEST", "organisationId"),
        body(changed("\"ORCH-A-12\"", "7"), "INVALID_REQUEST", "tickets[0].seatId"),
        body(changed("\"ORCH-A-12\"", "\"\""), "INVALID_REQUEST", "tickets[0].seatId"),
        body(
            changed("\"quantity\":1", "\"quantity\":1,\"x\":2"), "INVALID_REQUEST", "tickets[0].x"),
        body(changed("[{", "[null,{"), "INVALID_REQUEST", "tickets[0]"),
        body(changed("\"kind\"", "\"knid\":1,\"kind\""), "INVALID_REQUEST", "knid"),
        body(
            changed("\"kind\":\"GOOD\"", "\"kind\":\"GOOD\",\"kind\":\"GOOD\""),
            "INVALID_REQUEST",
            null),
        body(Thing.JSON + "{}", "MALFORMED_REQUEST", null),
        body("[".repeat(100_000), null, null),
        body("{\"name\":" + "{\"a\":".repeat(100_000), null, null),
        body("{\"" + "n".repeat(100_000) + "\":1}", null, null),
        body("{\"name\":\"\u0000\"}", "MALFORMED_REQUEST", null));
  }

  private static Arguments body(String json, String code, String field) {
    return Arguments.of(json, code, field);
  }

  private static String changed(String from, String to) {
    assertThat(Thing.JSON).contains(from);
    return Thing.JSON.replace(from, to);
  }

  @ParameterizedTest
  @MethodSource("wrongBodies")
  void a_wrong_body_is_a_400_that_names_the_field(String json, String code, String field) {
    for (String path : new String[] {"/things", "/functional/things"}) {
      HttpResponse<String> answer = service.post(path, json);

      JsonNode problem = problem(answer, 400);
      if (code != null) {
        assertThat(problem.get("code").asString()).isEqualTo(code);
      }
      if (field != null) {
        assertThat(problem.get("violations").get(0).get("field").asString()).isEqualTo(field);
        assertThat(problem.get("violations").get(0).get("message").asString())
            .startsWith("Expected ");
      }
      assertThat(answer.body())
          .doesNotContain("me@example.org", "tomorrow", "org.counterfoil", "java.", "tools.");
    }
  }
}
