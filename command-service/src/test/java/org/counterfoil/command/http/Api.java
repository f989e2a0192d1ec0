package org.counterfoil.command.http;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls the service as an integrator would. */
final class Api {

  static final JsonMapper JSON = JsonMapper.builder().build();

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Served service;
  private final Map<String, String> headers;

  private Api(Served service, Map<String, String> headers) {
    this.service = service;
    this.headers = headers;
  }

  /** Without credentials. */
  static Api of(Served service) {
    return new Api(service, Map.of());
  }

  Api with(String header, String value) {
    Map<String, String> more = new HashMap<>(headers);
    more.put(header, value);
    return new Api(service, more);
  }

  Api as(String token) {
    return with("Authorization", "Bearer " + token);
  }

  Api admin() {
    return as(RunningService.ADMIN_TOKEN);
  }

  Answer post(String path, String json) {
    return send("POST", path, json);
  }

  Answer put(String path, String json) {
    return send("PUT", path, json);
  }

  Answer patch(String path, String json) {
    return send("PATCH", path, json);
  }

  Answer get(String path) {
    return send("GET", path, null);
  }

  /** The bytes of an answer that is no text. */
  byte[] bytes(String path) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(service.url() + "/api/v1" + path));
    headers.forEach(request::header);
    try {
      HttpResponse<byte[]> answer =
          HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      if (answer.statusCode() != 200) {
        throw new AssertionError("Expected 200 from " + path + ", but " + answer.statusCode());
      }
      return answer.body();
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  Answer delete(String path) {
    return send("DELETE", path, null);
  }

  private Answer send(String method, String path, String body) {
    return stream(method, path, body == null ? null : HttpRequest.BodyPublishers.ofString(body));
  }

  Answer stream(String method, String path, HttpRequest.BodyPublisher body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(
            URI.create(
                path.startsWith("http")
                    ? path
                    : service.url()
                        + (path.startsWith("//") ? path.substring(1) : "/api/v1" + path)));
    headers.forEach(request::header);
    if (body != null && !headers.containsKey("Content-Type")) {
      request.header("Content-Type", "application/json");
    }
    request.method(method, body == null ? HttpRequest.BodyPublishers.noBody() : body);
    try {
      return new Answer(HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()));
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(interrupted);
    }
  }

  /** An answer, with what tests ask of it. */
  record Answer(HttpResponse<String> response) {

    int status() {
      return response.statusCode();
    }

    String body() {
      return response.body();
    }

    String header(String name) {
      return response.headers().firstValue(name).orElse("");
    }

    /** All of them but those that every answer has its own of. */
    Map<String, List<String>> headers() {
      Map<String, List<String>> all = new TreeMap<>(response.headers().map());
      all.keySet().removeAll(Set.of("date", "correlation-id"));
      return all;
    }

    JsonNode json() {
      return JSON.readTree(body());
    }

    /** A text in the body, by its path such as {@code /seats/0/seatId}. */
    String text(String pointer) {
      return json().at(pointer).asString();
    }

    /** Status and code, as one word for comparing: {@code 201}, {@code 409 SEAT_ALREADY_HELD}. */
    String outcome() {
      return status() < 400 ? String.valueOf(status()) : status() + " " + text("/code");
    }

    /** This answer, where it is the status expected. */
    Answer expecting(int status) {
      if (status() != status) {
        throw new AssertionError(
            "Expected "
                + status
                + " from "
                + response.request().method()
                + " "
                + response.uri()
                + ", but it is "
                + status()
                + ": "
                + body());
      }
      return this;
    }
  }
}
