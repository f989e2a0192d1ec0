package org.counterfoil.http.observation;

import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One line and one measurement per request. The line is written at level {@code INFO} by the logger
 * of this class; the timer is {@code http.server.requests} by method, route and status, as Spring's
 * own would be, at a fraction of its cost.
 */
public final class AccessLog {

  private static final Logger LOG = LoggerFactory.getLogger(AccessLog.class);

  private final MeterProvider<Timer> timers;

  public AccessLog(MeterRegistry registry) {
    this.timers = Timer.builder("http.server.requests").withRegistry(registry);
  }

  void record(HttpServletRequest request, int status, Duration took) {
    String method = ObservedRequest.method(request);
    String route = ObservedRequest.route(request);
    timers
        .withTags("method", method, "uri", route, "status", Integer.toString(status))
        .record(took);
    if (LOG.isInfoEnabled()) {
      long tenths = took.toNanos() / 100_000; // of a millisecond; a formatter would cost more
      String millis = tenths / 10 + "." + tenths % 10;
      LOG.atInfo()
          .addKeyValue("method", method)
          .addKeyValue("route", route)
          .addKeyValue("status", status)
          .addKeyValue("millis", millis)
          .addKeyValue("caller", ObservedRequest.caller(request))
          .log("{} {} {} in {} ms", method, route, status, millis);
    }
  }
}
