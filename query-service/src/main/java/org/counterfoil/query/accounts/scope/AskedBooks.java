package org.counterfoil.query.accounts.scope;

import jakarta.servlet.http.HttpServletResponse;
import org.counterfoil.http.position.Positions;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;

/**
 * The part of an organisation's books that a request asks for, by its path and {@code ?from=},
 * {@code ?to=} and {@code ?asOf=}; endpoints take it as a method argument. Whoever has one may read
 * them, and they are as new as was asked.
 *
 * @param reached the position that they reflect
 */
public record AskedBooks(BooksScope scope, long reached) {

  /** The same, whatever days were asked for. */
  public BooksScope allDays() {
    return BooksScope.all(scope.organisationId(), scope.asOf());
  }

  /** Begins the answer of a file. */
  public void head(HttpServletResponse response, String type, String fileName) {
    response.setContentType(type);
    response.setHeader(Positions.POSITION, Long.toString(reached));
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + fileName + "\"");
  }

  /** An answer that says what it reflects. */
  public <T> ResponseEntity<T> answer(T body) {
    return ResponseEntity.ok().header(Positions.POSITION, Long.toString(reached)).body(body);
  }
}
