package org.counterfoil.query.audit.scope;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.counterfoil.domain.privacy.audit.AuditReading;
import org.counterfoil.domain.privacy.audit.AuditReadings;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.position.Positions;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;

/**
 * Where readings are recorded: by the command service, in this process or at {@code
 * counterfoil.commands.url}. Elsewhere it is asked with the reader's own credentials, so that
 * nobody can read in another's name.
 */
final class RecordedReadings implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(5);

  private final ObjectProvider<AuditReadings> here;
  private final @Nullable URI elsewhere;
  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  RecordedReadings(ObjectProvider<AuditReadings> here, @Nullable URI elsewhere) {
    this.here = here;
    this.elsewhere = elsewhere;
  }

  /** Answers the position at which it stands; where it cannot be recorded, the request ends. */
  long record(AuditReading reading, HttpServletRequest request) {
    AuditReadings near = here.getIfAvailable();
    if (near != null) {
      return near.record(reading, Access.of(request).actor());
    }
    if (elsewhere == null) {
      throw unrecorded("Expected commands in this process or at counterfoil.commands.url");
    }
    return ask(elsewhere, reading, request);
  }

  private long ask(URI commands, AuditReading reading, HttpServletRequest request) {
    URI path = commands.resolve("/api/v1/privacy/" + reading.organisationId() + "/audit-readings");
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("question", reading.question().name());
    if (reading.subjectId() != null) {
      body.put("subjectId", reading.subjectId().toString());
    }
    HttpRequest.Builder asked =
        HttpRequest.newBuilder(path)
            .timeout(PATIENCE)
            .header("Content-Type", "application/json")
            .header("Sec-Fetch-Site", "same-origin")
            .header(ReadingDoor.HEADER, reading.reason().name())
            .POST(BodyPublishers.ofString(DomainJson.mapper().writeValueAsString(body)));
    forward("Authorization", request, asked);
    forward("Cookie", request, asked);
    try {
      HttpResponse<Void> answer = http.send(asked.build(), BodyHandlers.discarding());
      return answer
          .headers()
          .firstValue(Positions.POSITION)
          .filter(position -> answer.statusCode() == 201)
          .map(Long::parseLong)
          .orElseThrow(
              () -> unrecorded("Expected the reading to be recorded, but " + answer.statusCode()));
    } catch (IOException failed) {
      throw unrecorded("Expected the command service to answer in time, but it did not");
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw unrecorded("Expected time to wait, but the service stops");
    }
  }

  private static void forward(String header, HttpServletRequest from, HttpRequest.Builder to) {
    String value = from.getHeader(header);
    if (value != null) {
      to.header(header, value);
    }
  }

  private static ProblemException unrecorded(String detail) {
    return Problem.of(ProblemCode.READING_NOT_RECORDED, detail).exception();
  }

  @Override
  public void close() {
    http.close();
  }
}
