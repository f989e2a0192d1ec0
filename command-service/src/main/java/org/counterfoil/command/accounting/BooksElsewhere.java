package org.counterfoil.command.accounting;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.accounting.BooksOverview;
import org.counterfoil.domain.accounting.FoundTotals;
import org.counterfoil.domain.accounting.OpenBooks;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.codec.DomainJson;
import org.counterfoil.http.position.Positions;
import tools.jackson.core.JacksonException;

/**
 * Books that another process keeps, asked for over HTTP. Its answers are facts that anybody may
 * have late: who closes by them is refused by the decider where they are behind.
 */
final class BooksElsewhere implements BooksOverview, AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(10);

  /** As {@code GET /api/v1/operations/books} answers. */
  private record Open(List<OpenBooks> books, List<FoundTotals> unsealed) {}

  /** As {@code GET /api/v1/operations/books/{organisationId}/cash} answers. */
  private record Cash(long amountMinor) {}

  private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
  private final URI books;
  private final String token;

  /**
   * Asks a query service.
   *
   * @param service where it is, such as {@code http://queries:8081}
   * @param token a platform administrator's
   */
  BooksElsewhere(URI service, String token) {
    this.books = service.resolve("/api/v1/operations/books");
    this.token = token;
  }

  @Override
  public List<OpenBooks> all() {
    return ask(books, 0, Open.class).books();
  }

  @Override
  public OpenBooks of(OrganisationId organisation, long minPosition) {
    return ask(URI.create(books + "/" + organisation), minPosition, OpenBooks.class);
  }

  @Override
  public long cashTaken(OrganisationId organisation, Actor keeper, long after, long through) {
    String path =
        "%s/%s/cash?keeper=%s&after=%d&through=%d"
            .formatted(books, organisation, keeper, after, through);
    return ask(URI.create(path), 0, Cash.class).amountMinor();
  }

  @Override
  public List<FoundTotals> unsealed() {
    return ask(books, 0, Open.class).unsealed();
  }

  @Override
  public void close() {
    http.close();
  }

  private <T> T ask(URI path, long minPosition, Class<T> type) {
    HttpRequest request =
        HttpRequest.newBuilder(path)
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .header(Positions.MIN_POSITION, Long.toString(Math.max(0, minPosition)))
            .build();
    try {
      HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw new BooksUnreachable(
            "Expected " + path + " to answer 200, but it was " + answer.statusCode(), null);
      }
      return DomainJson.mapper().readValue(answer.body(), type);
    } catch (IOException | JacksonException failed) {
      throw new BooksUnreachable("Expected " + path + " to answer, but it did not", failed);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new BooksUnreachable("Expected " + path + " to answer, but nobody waits", interrupted);
    }
  }
}
