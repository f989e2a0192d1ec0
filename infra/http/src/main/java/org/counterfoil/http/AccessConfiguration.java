package org.counterfoil.http;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.http.access.AccessDirectory;
import org.counterfoil.http.access.AccessFilter;
import org.counterfoil.http.access.AccessFollower;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.LogHistory;
import org.counterfoil.http.access.Route;
import org.counterfoil.http.access.RouteCheck;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.access.SessionCookie;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;

/** Who calls, and what they may do. */
@Configuration(proxyBeanMethods = false)
class AccessConfiguration {

  /** What this module itself puts on the web. */
  private static final AccessTable OWN =
      AccessTable.of(
          Route.open(HttpMethod.GET, "/v3/api-docs"),
          Route.open(HttpMethod.GET, "/v3/api-docs.yaml"));

  @Bean
  Secrets secrets(HttpProperties properties) {
    return new Secrets(properties.secretKey());
  }

  @Bean
  SessionCookie sessionCookie(Secrets secrets, Clock clock) {
    return new SessionCookie(secrets, clock);
  }

  @Bean
  AccessDirectory accessDirectory(EventLog log, Clock clock) {
    return new AccessDirectory(new LogHistory(log), clock);
  }

  @Bean
  AccessFollower accessFollower(AccessDirectory directory, EventTail tail) {
    return new AccessFollower(directory, tail);
  }

  @Bean
  Routes routes(List<AccessTable> tables) {
    List<AccessTable> all = new ArrayList<>(tables);
    all.add(OWN);
    return new Routes(AccessTable.joined(all));
  }

  @Bean
  RouteCheck routeCheck(ListableBeanFactory beans, Routes routes) {
    return new RouteCheck(beans, routes.table());
  }

  @Bean
  FilterRegistrationBean<AccessFilter> accessFilter(
      Secrets secrets, AccessDirectory directory, SessionCookie cookie, HttpProperties properties) {
    return Filters.at(
        Filters.ACCESS, new AccessFilter(secrets, directory, cookie, properties.operations()));
  }

  /** All tables together; a type of its own, so that it is not taken for one of them. */
  record Routes(AccessTable table) {}
}
