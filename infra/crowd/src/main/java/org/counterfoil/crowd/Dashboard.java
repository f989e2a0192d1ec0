package org.counterfoil.crowd;

import java.io.IOException;
import java.util.Map;
import org.counterfoil.crowd.check.FigureChecks.Figures;
import org.counterfoil.crowd.http.Answer;
import org.counterfoil.crowd.http.Http;
import org.counterfoil.crowd.http.Request;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What the organiser is shown of the performance. */
@FunctionalInterface
public interface Dashboard {

  /** As it is now; nothing where it cannot be seen. */
  @Nullable Figures look() throws InterruptedException;

  /**
   * Over HTTP.
   *
   * @param queries whom to ask; to be closed by whoever made it
   * @param credentials headers that say who asks
   */
  static Dashboard over(Http queries, Map<String, String> credentials, String performanceId) {
    Request plain = Request.get("/api/v1/dashboards/performances/" + performanceId);
    Request request =
        credentials.entrySet().stream()
            .reduce(plain, (r, header) -> r.with(header.getKey(), header.getValue()), (a, b) -> b);
    return () -> {
      try {
        Answer answer = queries.send(request);
        return answer.isSuccess() ? figures(Shop.JSON.readTree(answer.text())) : null;
      } catch (IOException unanswered) {
        return null;
      }
    };
  }

  private static Figures figures(JsonNode body) {
    return new Figures(
        body.path("sold").asLong(), body.path("held").asLong(), body.path("grossMinor").asLong());
  }
}
