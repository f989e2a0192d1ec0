package org.counterfoil.http.small;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** What answers have in common. */
public final class Answers {

  private Answers() {}

  /** The problem that the answer is, with all its members. */
  public static JsonNode problem(HttpResponse<String> answer, int status) {
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
    assertThat(answer.headers().firstValue("Content-Length")).isPresent();
    JsonNode problem = RunningService.json(answer);
    assertThat(problem.get("status").asInt()).isEqualTo(status);
    for (String member : List.of("type", "title", "detail", "code", "retryable")) {
      assertThat(problem.get(member)).as(member).isNotNull();
    }
    return problem;
  }
}
