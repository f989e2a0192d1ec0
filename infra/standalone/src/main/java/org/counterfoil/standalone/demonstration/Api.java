package org.counterfoil.standalone.demonstration;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.counterfoil.eventstore.codec.DomainJson;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The HTTP contract as an integrator's program uses it. */
final class Api {

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
  private final JsonMapper json = DomainJson.mapper();
  private final URI base;

  Api(int port) {
    this.base = URI.create("http://127.0.0.1:" + port + "/api/v1");
  }

  /** Posts, and answers the body of the answer. */
  JsonNode post(String path, String token, Object body) {
    return send("POST", path, Map.of("Authorization", "Bearer " + token), body);
  }

  JsonNode put(String path, String token, Object body) {
    return send("PUT", path, Map.of("Authorization", "Bearer " + token), body);
  }

  /** Sends a request and expects it to succeed. */
  JsonNode send(String method, String path, Map<String, String> headers, Object body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(base + path))
            .header("Content-Type", "application/json")
            .method(method, HttpRequest.BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
    headers.forEach(request::header);
    try {
      HttpResponse<String> answer =
          http.send(request.build(), HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalStateException(
            "Expected "
                + method
                + " "
                + path
                + " to succeed, but "
                + answer.statusCode()
                + ": "
                + answer.body());
      }
      return answer.body().isEmpty() ? json.createObjectNode() : json.readTree(answer.body());
    } catch (IOException failed) {
      throw new IllegalStateException("Expected " + path + " to answer", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("The demonstration was interrupted", interrupted);
    }
  }
}
