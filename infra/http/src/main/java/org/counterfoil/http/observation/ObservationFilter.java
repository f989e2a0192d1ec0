package org.counterfoil.http.observation;

import jakarta.servlet.AsyncEvent;
import jakarta.servlet.AsyncListener;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.UUID;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.http.text.UuidText;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.web.filter.OncePerRequestFilter;

/** The outermost filter: gives each request an identity, and sees how it ends. */
public final class ObservationFilter extends OncePerRequestFilter {

  /** Under this name the correlation id stands in every log line about the request. */
  private static final String IN_LOGS = "correlationId";

  private final TimeOrderedIds ids;
  private final AccessLog log;

  public ObservationFilter(TimeOrderedIds ids, AccessLog log) {
    this.ids = ids;
    this.log = log;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    long began = System.nanoTime();
    CorrelationId id = identify(request.getHeader(CorrelationId.HEADER));
    request.setAttribute(CorrelationId.ATTRIBUTE, id);
    AnswerHeaders.set(request, response);
    MDC.put(IN_LOGS, id.toString());
    boolean isBroken = true;
    try {
      chain.doFilter(request, response);
      isBroken = false;
    } finally {
      if (!isBroken && request.isAsyncStarted()) {
        request.getAsyncContext().addListener(new AtTheEnd(request, response, began));
      } else {
        record(request, isBroken ? 500 : response.getStatus(), began);
      }
      MDC.remove(IN_LOGS);
    }
  }

  private void record(HttpServletRequest request, int status, long began) {
    log.record(request, status, Duration.ofNanos(System.nanoTime() - began));
  }

  private CorrelationId identify(@Nullable String sent) {
    UUID known = sent == null ? null : UuidText.read(sent);
    return new CorrelationId(known == null ? ids.next() : known);
  }

  /** Streams end long after the thread has left. */
  private final class AtTheEnd implements AsyncListener {

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final long began;

    AtTheEnd(HttpServletRequest request, HttpServletResponse response, long began) {
      this.request = request;
      this.response = response;
      this.began = began;
    }

    @Override
    public void onComplete(AsyncEvent event) {
      MDC.put(IN_LOGS, CorrelationId.of(request).toString());
      record(request, response.getStatus(), began);
      MDC.remove(IN_LOGS);
    }

    @Override
    public void onTimeout(AsyncEvent event) {
      // Spring answers it; onComplete follows.
    }

    @Override
    public void onError(AsyncEvent event) {
      // Spring answers it; onComplete follows.
    }

    @Override
    public void onStartAsync(AsyncEvent event) {
      event.getAsyncContext().addListener(this);
    }
  }
}
