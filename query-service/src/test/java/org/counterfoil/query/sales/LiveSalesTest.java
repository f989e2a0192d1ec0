package org.counterfoil.query.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Server-sent events, read by a plain HTTP client. */
class LiveSalesTest {

  private final RunningQueryService service = RunningQueryService.shared();
  private Onsale given;

  @BeforeEach
  void onsale() {
    given = Onsale.on(service);
  }

  @Test
  void whatIsSoldArrivesByItself() throws Exception {
    try (Stream stream = open(given.dashboardPath() + "/stream")) {
      await().until(() -> stream.events.size() == 1);
      assertThat(stream.events.getFirst().body().get("sold").asLong()).isZero();
      assertThat(stream.events.getFirst().name()).isEqualTo("changed");

      given.office().sellSeats(given.performance(), 0, 2);

      await().until(() -> stream.last().body().get("sold").asLong() == 2);
      assertThat(stream.last().id()).isEqualTo(stream.last().body().get("position").asLong());
      assertThat(stream.last().id()).isGreaterThanOrEqualTo(service.log().last());
      JsonNode same =
          RunningQueryService.json(service.get(given.dashboardPath(), given.upToDate()));
      assertThat(stream.last().body()).isEqualTo(same);
    }
  }

  @Test
  void lastEventIdResumes() throws Exception {
    long seen;
    try (Stream stream = open(given.dashboardPath() + "/stream")) {
      await().until(() -> !stream.events.isEmpty());
      seen = stream.last().id();
    }
    try (Stream resumed =
        open(given.dashboardPath() + "/stream", "Last-Event-ID", Long.toString(seen))) {
      await()
          .during(Duration.ofMillis(500))
          .until(() -> resumed.events.isEmpty()); // what was seen is not sent again
      given.office().sellSeats(given.performance(), 0, 1);
      await().until(() -> !resumed.events.isEmpty() && sold(resumed.last()) == 1);
      assertThat(resumed.events.getFirst().id()).isGreaterThan(seen);
    }
  }

  @Test
  void aRushBecomesAFewEventsASecond() throws Exception {
    String path = "/api/v1/performances/" + given.performance() + "/availability/stream";
    try (Stream stream = open(path)) {
      await().until(() -> stream.events.size() == 1);
      long begin = System.nanoTime();
      for (int seat = 0; seat < 60; seat++) {
        given.office().hold(given.performance(), seat, 1);
      }
      await().until(() -> held(stream.last()) == 60);
      double seconds = (System.nanoTime() - begin) / 1e9;
      assertThat(stream.events.size()).isLessThanOrEqualTo((int) (5 * seconds) + 3);
    }
  }

  @Test
  void anOrganisationHearsOfItsPerformancesAndOfNoOthers() throws Exception {
    Onsale other = Onsale.on(service);
    String path = "/api/v1/dashboards/organisations/" + given.organisation() + "/stream";
    try (Stream stream = open(path)) {
      await().until(() -> stream.events.size() == 1);
      other.office().sellSeats(other.performance(), 0, 1);
      given.office().sellSeats(given.performance(), 0, 1);
      await().until(() -> stream.last().body().get("sold").asLong() == 1);
      assertThat(stream.events).hasSizeLessThanOrEqualTo(3);
    }
  }

  private static long sold(Event event) {
    return event.body().get("sold").asLong();
  }

  private static long held(Event event) {
    return event.body().at("/zones/0/held").asLong();
  }

  private record Event(long id, String name, JsonNode body) {}

  private Stream open(String path, String... headers) throws Exception {
    var request = service.request(path, given.upToDate());
    if (headers.length > 0) {
      request.headers(headers);
    }
    HttpResponse<InputStream> response =
        service.client().send(request.build(), BodyHandlers.ofInputStream());
    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.headers().firstValue("Content-Type").orElseThrow())
        .startsWith("text/event-stream");
    return new Stream(response.body());
  }

  /** Reads as WHATWG HTML, section 9.2.6, says: fields until an empty line. */
  private static final class Stream implements AutoCloseable {
    final List<Event> events = new CopyOnWriteArrayList<>();
    private final InputStream body;

    Stream(InputStream body) {
      this.body = body;
      Thread.ofVirtual().start(this::read);
    }

    Event last() {
      return events.getLast();
    }

    private void read() {
      try (BufferedReader lines =
          new BufferedReader(new InputStreamReader(body, StandardCharsets.UTF_8))) {
        String id = "";
        String name = "";
        String data = "";
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
          if (line.startsWith("id:")) {
            id = line.substring(3);
          } else if (line.startsWith("event:")) {
            name = line.substring(6);
          } else if (line.startsWith("data:")) {
            data = line.substring(5);
          } else if (line.isEmpty() && !data.isEmpty()) {
            events.add(new Event(Long.parseLong(id), name, RunningQueryService.json(data)));
            data = "";
          }
        }
      } catch (IOException closed) {
        if (!(closed.getMessage() != null && closed.getMessage().contains("closed"))) {
          throw new UncheckedIOException(closed);
        }
      }
    }

    @Override
    public void close() throws IOException {
      body.close();
    }
  }
}
