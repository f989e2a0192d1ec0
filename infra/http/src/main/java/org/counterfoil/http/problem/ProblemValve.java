package org.counterfoil.http.problem;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.counterfoil.http.observation.CorrelationId;
import org.jspecify.annotations.Nullable;

/**
 * Answers what Tomcat refuses before any of our code sees it: a malformed request line, headers
 * that are too large, a method it does not know. Made by Tomcat itself, by name.
 */
public final class ProblemValve extends ErrorReportValve {

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    Problem known = ThrownProblem.byStatus(status);
    Problem problem =
        known == null
            ? Problem.of(ProblemCode.INTERNAL_ERROR, "Expected to answer this, but could not")
            : known;
    byte[] body = ProblemJson.of(problem, instance(request));
    try {
      response.setStatus(problem.status());
      response.setContentType(ProblemJson.MEDIA_TYPE);
      response.setCharacterEncoding(StandardCharsets.UTF_8);
      response.setHeader("Cache-Control", "no-store");
      response.setHeader("X-Content-Type-Options", "nosniff");
      response.setContentLength(body.length);
      response.getOutputStream().write(body);
      response.finishResponse();
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
  }

  private static @Nullable String instance(Request request) {
    return request.getAttribute(CorrelationId.class.getName()) instanceof CorrelationId id
        ? "urn:uuid:" + id
        : null;
  }
}
