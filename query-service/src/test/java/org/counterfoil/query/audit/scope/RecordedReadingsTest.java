package org.counterfoil.query.audit.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.audit.AuditReading;
import org.counterfoil.domain.privacy.audit.AuditReadings;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mock.web.MockHttpServletRequest;

/** What cannot be recorded is not answered; what is recorded elsewhere is the reader's own. */
class RecordedReadingsTest {

  private static final OrganisationId ORGANISATION = new OrganisationId(new UUID(1, 2));
  private static final AuditReading READING =
      new AuditReading(
          ORGANISATION,
          AuditQuestion.TIMELINE,
          new DataSubjectId(new UUID(3, 4)),
          DisclosureReason.ACCESS_REQUEST);

  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @Test
  void whereNothingRecordsNothingIsAnswered() throws IOException {
    assertThat(refusal(null)).contains("READING_NOT_RECORDED");
    HttpServer gone =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    URI nobody = addressOf(gone);
    gone.stop(0);
    assertThat(refusal(nobody)).contains("READING_NOT_RECORDED");
  }

  @Test
  void elsewhereItIsRecordedWithTheReadersOwnCredentials() throws IOException {
    request.addHeader("Authorization", "Bearer officer");
    request.addHeader("Cookie", "counterfoil-session=x");
    List<String> seen = new ArrayList<>();
    try (Commands commands = new Commands(201, seen);
        RecordedReadings readings = readings(commands.address())) {
      assertThat(readings.record(READING, request)).isEqualTo(42);
    }
    assertThat(seen)
        .containsExactly(
            "POST /api/v1/privacy/" + ORGANISATION + "/audit-readings",
            "Bearer officer",
            "counterfoil-session=x",
            "ACCESS_REQUEST",
            "{\"question\":\"TIMELINE\",\"subjectId\":\"%s\"}".formatted(READING.subjectId()));
  }

  @Test
  void whatIsRefusedElsewhereIsNotAnswered() throws IOException {
    try (Commands commands = new Commands(403, new ArrayList<>())) {
      assertThat(refusal(commands.address())).contains("READING_NOT_RECORDED");
    }
  }

  private String refusal(@Nullable URI elsewhere) {
    List<String> refused = new ArrayList<>();
    try (RecordedReadings readings = readings(elsewhere)) {
      assertThatThrownBy(() -> readings.record(READING, request))
          .isInstanceOfSatisfying(
              ProblemException.class, problem -> refused.add(problem.problem().code()));
    }
    return refused.toString();
  }

  private static RecordedReadings readings(@Nullable URI elsewhere) {
    ObjectProvider<AuditReadings> none =
        new StaticListableBeanFactory().getBeanProvider(AuditReadings.class);
    return new RecordedReadings(none, elsewhere);
  }

  private static URI addressOf(HttpServer server) {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** A command service that writes down what it is asked. */
  private static final class Commands implements AutoCloseable {

    private final HttpServer server;

    Commands(int status, List<String> seen) throws IOException {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> answer(exchange, status, seen));
      server.start();
    }

    private static void answer(HttpExchange exchange, int status, List<String> seen)
        throws IOException {
      seen.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
      for (String header : List.of("Authorization", "Cookie", "Disclosure-Reason")) {
        seen.add(exchange.getRequestHeaders().getFirst(header));
      }
      seen.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      exchange.getResponseHeaders().add("Counterfoil-Position", "42");
      exchange.sendResponseHeaders(status, -1);
      exchange.close();
    }

    URI address() {
      return addressOf(server);
    }

    @Override
    public void close() {
      server.stop(0);
    }
  }
}
