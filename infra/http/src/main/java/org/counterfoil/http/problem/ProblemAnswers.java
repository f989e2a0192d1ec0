package org.counterfoil.http.problem;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.counterfoil.http.observation.AnswerHeaders;
import org.counterfoil.http.observation.CorrelationId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers exceptions, whether an endpoint or a filter threw them. The only place that does, and the
 * only one that logs what nobody expected: once, with its stack trace, under the correlation id
 * that is all the caller gets to see.
 */
public final class ProblemAnswers {

  private static final Logger LOG = LoggerFactory.getLogger(ProblemAnswers.class);

  private final ThrownProblem known;
  private final @Nullable ProblemPage page;

  public ProblemAnswers(ThrownProblem known, @Nullable ProblemPage page) {
    this.known = known;
    this.page = page;
  }

  /**
   * Answers it.
   *
   * @return false where the answer has begun already; the connection is then to be broken off, for
   *     half an answer must not look like a whole one
   */
  public boolean answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    if (response.isCommitted()) {
      // Where the client broke off, Tomcat has the answer ready, if anybody is left to hear it.
      return BrokenConnection.isCauseOf(thrown);
    }
    Problem problem = known.of(thrown, request);
    if (problem == null) {
      LOG.error("Expected no exception on {}, but there was one", request.getMethod(), thrown);
      problem = unexpected();
    }
    write(problem, known.headersOf(thrown, problem, request), request, response);
    return true;
  }

  private void write(
      Problem problem,
      Map<String, String> headers,
      HttpServletRequest request,
      HttpServletResponse response)
      throws IOException {
    // All of it: a header that was meant for a success may say what the problem must not.
    response.reset();
    AnswerHeaders.set(request, response);
    response.setStatus(problem.status());
    Duration wait = problem.retryAfter();
    if (wait != null) {
      response.setHeader("Retry-After", Long.toString(Math.max(1, wait.toSeconds())));
    }
    headers.forEach(response::setHeader);
    byte[] body;
    if (page != null && wantsPage(request)) {
      response.setContentType("text/html;charset=UTF-8");
      body = page.html(problem, request.getRequestURI()).getBytes(StandardCharsets.UTF_8);
    } else {
      response.setContentType(ProblemJson.MEDIA_TYPE);
      body = ProblemJson.of(problem, instance(request));
    }
    response.setContentLength(body.length);
    response.getOutputStream().write(body);
    response.flushBuffer();
  }

  /** Nothing of what happened: the log has it. */
  private static Problem unexpected() {
    return Problem.of(
        ProblemCode.INTERNAL_ERROR,
        "Expected to answer this, but could not; the log says why, under the correlation id");
  }

  private static String instance(HttpServletRequest request) {
    return "urn:uuid:" + CorrelationId.of(request);
  }

  private static boolean wantsPage(HttpServletRequest request) {
    Collection<String> accepted = List.of(headerOf(request, "Accept").split(","));
    return accepted.stream().anyMatch(type -> type.strip().startsWith("text/html"));
  }

  private static String headerOf(HttpServletRequest request, String name) {
    String value = request.getHeader(name);
    return value == null ? "" : value;
  }
}
