package org.counterfoil.http.small;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.counterfoil.domain.Rejection;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seating.ZoneName;
import org.counterfoil.http.observation.CorrelationId;
import org.counterfoil.http.position.MinPosition;
import org.counterfoil.http.position.Page;
import org.counterfoil.http.position.PageRequest;
import org.counterfoil.http.problem.Problem;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;

/** Routes for everybody: what can go wrong before anybody is asked who they are. */
@RestController
class OpenEndpoint {

  private static final List<String> LIST =
      IntStream.range(0, 250).mapToObj("%03d"::formatted).toList();

  @PostMapping("/things")
  Thing things(@RequestBody Thing thing) {
    return thing;
  }

  @PostMapping(path = "/plans", consumes = MediaType.APPLICATION_JSON_VALUE)
  Map<String, Integer> plans(HttpServletRequest request) throws IOException {
    return Map.of("bytes", request.getInputStream().readAllBytes().length);
  }

  @GetMapping(path = "/typed/{holdId}", produces = MediaType.APPLICATION_JSON_VALUE)
  Map<String, String> typed(
      @PathVariable HoldId holdId,
      @RequestParam int number,
      @RequestParam ZoneName zone,
      @RequestHeader("Must-Be-There") String header) {
    return Map.of("holdId", holdId.toString(), "zone", zone.value(), "header", header + number);
  }

  @PostMapping("/form")
  Map<String, String> form(@RequestParam String field) {
    return Map.of("length", Integer.toString(field.length()));
  }

  @GetMapping("/list")
  Page<String> list(PageRequest page) {
    String after = page.after() == null ? "" : page.after();
    List<String> rows =
        LIST.stream().filter(s -> s.compareTo(after) > 0).limit(page.fetch()).toList();
    return page.page(rows, key -> key);
  }

  @GetMapping("/other-list")
  Page<String> otherList(PageRequest page) {
    return list(page);
  }

  @GetMapping("/position")
  Map<String, Object> position(MinPosition position, CorrelationId correlation) {
    return Map.of("position", position.value(), "correlation", correlation.toString());
  }

  @GetMapping("/refused/{kind}")
  void refused(@PathVariable Rejection.Kind kind) {
    throw Problem.refused(new Refusal(kind), "Expected luck, but there was none").exception();
  }

  @GetMapping("/strange")
  void strange() {
    throw new Strangeness();
  }

  @GetMapping("/broken")
  void broken() {
    throw new IllegalStateException("jdbc:postgresql://secret-host/with-a-password");
  }

  @GetMapping("/broken/error")
  int error() {
    throw new StackOverflowError("secret-host");
  }

  @GetMapping("/half")
  void half(HttpServletResponse response) throws IOException {
    response.getOutputStream().write("half an answer".getBytes(StandardCharsets.UTF_8));
    response.flushBuffer();
    throw new IllegalStateException("the other half is missing");
  }

  @GetMapping("/stream")
  SseEmitter stream() throws IOException {
    SseEmitter stream = new SseEmitter();
    stream.send(SseEmitter.event().id("1").name("changed").data("one"));
    stream.complete();
    return stream;
  }

  private record Refusal(Kind kind) implements Rejection {
    @Override
    public String name() {
      return "NO_LUCK_TODAY";
    }

    @Override
    public int ordinal() {
      return 0;
    }

    @Override
    public boolean retryable() {
      return true;
    }
  }
}
