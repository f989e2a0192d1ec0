package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.observation.AccessLog;
import org.counterfoil.http.problem.ProblemAnswers;
import org.counterfoil.http.small.RunningService;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** What is seen of a request, and what is not. */
class ObservationTest {

  private final RunningService service = RunningService.shared();
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();
  private final List<Logger> loggers =
      List.of(
          (Logger) LoggerFactory.getLogger(AccessLog.class),
          (Logger) LoggerFactory.getLogger(ProblemAnswers.class),
          (Logger) LoggerFactory.getLogger("org.apache.catalina"));

  @BeforeEach
  void listen() {
    lines.start();
    loggers.forEach(logger -> logger.addAppender(lines));
  }

  @AfterEach
  void leave() {
    loggers.forEach(logger -> logger.detachAppender(lines));
  }

  @Test
  void a_request_keeps_its_correlation_id_and_one_without_is_given_one() {
    String own = UUID.randomUUID().toString();

    HttpResponse<String> kept = service.get("/position", "Correlation-Id", own);
    HttpResponse<String> given = service.get("/position");
    HttpResponse<String> insane = service.get("/position", "Correlation-Id", "${jndi:ldap://x}");

    assertThat(id(kept)).isEqualTo(own);
    assertThat(kept.body()).contains(own);
    assertThat(UUID.fromString(id(given)).version()).isEqualTo(7);
    assertThat(UUID.fromString(id(insane)).version()).isEqualTo(7);
    assertThat(id(insane)).isNotEqualTo(id(given));
  }

  @Test
  void each_request_is_one_line_without_anything_that_its_sender_wrote() {
    OrganisationId opera = new OrganisationId(UUID.randomUUID());
    String token = service.token(Role.ORGANISER, opera);
    String correlation = UUID.randomUUID().toString();

    service.get(
        "/performances/" + opera + "?email=me%40example.org",
        "Authorization",
        "Bearer " + token,
        "Correlation-Id",
        correlation);
    service.get("/nowhere/me@example.org", "Correlation-Id", correlation);

    List<ILoggingEvent> own = linesOf(correlation, 2);
    assertThat(own.getFirst().getFormattedMessage()).startsWith("GET /performances/{id} 200 in ");
    assertThat(own.getLast().getFormattedMessage()).startsWith("GET UNKNOWN 404 in ");
    assertThat(own.toString() + own.getFirst().getKeyValuePairs())
        .doesNotContain(token, "me@", "me%40", opera.toString())
        .contains("API_TOKEN:");
  }

  @Test
  void what_nobody_expected_is_logged_once_under_the_id_that_the_caller_sees() {
    HttpResponse<String> answer = service.get("/broken");

    List<ILoggingEvent> own = linesOf(id(answer), 2);
    assertThat(own).filteredOn(line -> line.getThrowableProxy() != null).hasSize(1);
  }

  @Test
  void what_a_client_got_wrong_is_not_logged_but_as_a_request() {
    HttpResponse<String> answer = service.post("/things", "{");

    assertThat(linesOf(id(answer), 1)).allMatch(line -> line.getThrowableProxy() == null);
  }

  @Test
  void requests_are_counted_by_route_and_status() {
    service.get("/refused/GONE");
    service.get("/nowhere/" + UUID.randomUUID());

    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .untilAsserted(
            () -> {
              String metrics = service.get("/actuator/prometheus").body();
              assertThat(metrics)
                  .contains("http_server_requests_seconds_count{")
                  .contains("method=\"GET\",status=\"410\",uri=\"/refused/{kind}\"")
                  .contains("status=\"404\",uri=\"UNKNOWN\"")
                  .doesNotContain("/nowhere/");
            });
  }

  @Test
  void browsers_are_told_to_be_careful_also_with_problems() {
    for (HttpResponse<String> answer :
        List.of(service.get("/list"), service.get("/nowhere"), service.get("/broken"))) {
      assertThat(header(answer, "Content-Security-Policy"))
          .contains("default-src 'self'")
          .contains("frame-ancestors 'none'")
          .doesNotContain("unsafe");
      assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
      assertThat(header(answer, "Referrer-Policy")).isEqualTo("same-origin");
      assertThat(header(answer, "Cache-Control")).isEqualTo("no-store");
    }
  }

  @Test
  void a_stream_flows_and_is_logged_when_it_ends() {
    HttpResponse<String> answer = service.get("/stream");

    assertThat(answer.body()).contains("id:1").contains("event:changed").contains("data:one");
    assertThat(linesOf(id(answer), 1).getFirst().getFormattedMessage())
        .startsWith("GET /stream 200");
  }

  /** The line is written after the answer is sent. */
  private List<ILoggingEvent> linesOf(String correlation, int atLeast) {
    Awaitility.await()
        .atMost(Duration.ofSeconds(5))
        .until(() -> withId(correlation).size() >= atLeast);
    return withId(correlation);
  }

  private List<ILoggingEvent> withId(String correlation) {
    return List.copyOf(lines.list).stream()
        .filter(line -> correlation.equals(line.getMDCPropertyMap().get("correlationId")))
        .toList();
  }

  private static String id(HttpResponse<String> answer) {
    return header(answer, "Correlation-Id");
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
