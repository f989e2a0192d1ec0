package org.counterfoil.query.operations;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Running the projections, for the platform administrator. */
@RestController
@Tag(name = "Running it")
class OperationsEndpoint {

  private final Projections projections;
  private final OperationsStream stream;

  OperationsEndpoint(Projections projections, OperationsStream stream) {
    this.projections = projections;
    this.stream = stream;
  }

  /** How many events were applied. */
  record Retried(int applied) {}

  @GetMapping("/api/v1/operations/projections")
  @Operation(summary = "How the projections are doing")
  Page<ProjectionReport> projections() {
    return new Page<>(projections.reports(), null);
  }

  @GetMapping("/api/v1/operations/projections/stream")
  @Operation(summary = "The same as server-sent events, at most one a second")
  SseEmitter stream() {
    return stream.open();
  }

  @GetMapping("/api/v1/operations/projections/{name}")
  @Operation(summary = "How one projection is doing")
  ProjectionReport projection(@PathVariable String name) {
    return projections.report(name);
  }

  @PostMapping("/api/v1/operations/projections/{name}/rebuild")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Fills new tables from the log beside the live ones, and swaps them")
  ProjectionReport rebuild(@PathVariable String name) {
    projections.rebuild(name);
    return projections.report(name);
  }

  @PostMapping("/api/v1/operations/projections/{name}/check")
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Compares every column of every row with rows built anew from the log")
  ProjectionReport check(@PathVariable String name) {
    projections.check(name);
    return projections.report(name);
  }

  @GetMapping("/api/v1/operations/dead-letters")
  @Operation(summary = "Events that could not be applied, and those that wait behind them")
  Page<DeadLetter> deadLetters(PageRequest page) {
    List<DeadLetter> letters =
        projections.deadLetters().stream()
            .filter(letter -> page.after() == null || key(letter).compareTo(page.after()) > 0)
            .sorted((a, b) -> key(a).compareTo(key(b)))
            .limit(page.fetch())
            .toList();
    return page.page(letters, OperationsEndpoint::key);
  }

  @PostMapping("/api/v1/operations/dead-letters/{name}/{position}/retry")
  @Operation(summary = "Tries a parked event again, and then those of its key")
  Retried retry(@PathVariable String name, @PathVariable long position) {
    return new Retried(projections.retry(name, position));
  }

  @PostMapping("/api/v1/operations/dead-letters/{name}/{position}/discard")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Gives a parked event up for good; only where books do not depend on it")
  void discard(@PathVariable String name, @PathVariable long position) {
    projections.discard(name, position);
  }

  /** Sorts as projection and position do. */
  private static String key(DeadLetter letter) {
    return letter.projection() + "/" + String.format("%019d", letter.position());
  }
}
