package org.counterfoil.http.problem;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The members of a problem on the wire, in a fixed order. */
final class ProblemJson {

  static final String MEDIA_TYPE = "application/problem+json";

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private ProblemJson() {}

  /**
   * UTF-8 JSON.
   *
   * @param instance names this one occurrence, so that it is found in the log; missing where a
   *     request was too broken to have been given an identity
   */
  static byte[] of(Problem problem, @Nullable String instance) {
    Map<String, Object> members = new LinkedHashMap<>();
    members.put("type", problem.type().toString());
    members.put("title", problem.title());
    members.put("status", problem.status());
    members.put("detail", problem.detail());
    if (instance != null) {
      members.put("instance", instance);
    }
    members.put("code", problem.code());
    members.put("retryable", problem.retryable());
    if (!problem.violations().isEmpty()) {
      members.put("violations", violations(problem));
    }
    return MAPPER.writeValueAsBytes(members);
  }

  private static List<Map<String, String>> violations(Problem problem) {
    return problem.violations().stream()
        .map(v -> Map.of("field", v.field(), "message", v.message()))
        .toList();
  }
}
