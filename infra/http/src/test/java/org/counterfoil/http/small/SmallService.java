package org.counterfoil.http.small;

import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;
import static org.springframework.web.servlet.function.RouterFunctions.route;

import java.util.Map;
import java.util.Optional;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.EventTail;
import org.counterfoil.http.HttpConfiguration;
import org.counterfoil.http.access.Access;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;
import org.counterfoil.http.problem.Inputs;
import org.counterfoil.http.problem.Problem;
import org.counterfoil.http.problem.ProblemCode;
import org.counterfoil.http.problem.ProblemPage;
import org.counterfoil.http.problem.ProblemTranslation;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** As a real service does it: import the configuration, give a table, give endpoints. */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({HttpConfiguration.class, OpenEndpoint.class, GuardedEndpoint.class})
public class SmallService {

  @Bean
  TestClock clock() {
    return new TestClock();
  }

  @Bean
  EventLog log() {
    return TestLog.shared().log();
  }

  @Bean
  EventTail tail() {
    return EventTail.start(TestLog.shared().dataSource());
  }

  @Bean
  ProblemTranslation strangeness() {
    return thrown ->
        thrown instanceof Strangeness
            ? Problem.of(ProblemCode.OVERLOADED, "Expected room, but there is none")
            : null;
  }

  @Bean
  ProblemPage page() {
    return (problem, path) -> "<html lang=en><h1>" + problem.title() + "</h1></html>";
  }

  @Bean
  AccessTable table() {
    return AccessTable.of(
        Route.open(POST, "/things"),
        Route.open(POST, "/plans").withBodyUpTo(Route.SEATING_PLAN_BYTES),
        Route.open(GET, "/typed/{holdId}"),
        Route.open(POST, "/form"),
        Route.open(GET, "/list"),
        Route.open(GET, "/other-list"),
        Route.open(GET, "/position"),
        Route.open(GET, "/refused/{kind}"),
        Route.open(GET, "/strange"),
        Route.open(GET, "/broken"),
        Route.open(GET, "/broken/error"),
        Route.open(GET, "/half"),
        Route.open(GET, "/stream"),
        Route.rolesIn(
            "organisationId",
            GET,
            "/organisations/{organisationId}/books",
            Role.ACCOUNTANT,
            Role.AUDITOR),
        Route.roles(GET, "/performances/{id}", Role.ORGANISER, Role.BOX_OFFICE),
        Route.roles(POST, "/performances/{id}", Role.ORGANISER),
        Route.roles(DELETE, "/performances/{id}", Role.ORGANISER),
        Route.secret(GET, "/holds/{holdId}"),
        Route.secret(GET, "/orders/{orderId}", Role.BOX_OFFICE),
        Route.platform(POST, "/organisations"),
        Route.anyKnown(GET, "/me"),
        Route.anyKnown(POST, "/me"),
        Route.roles(GET, "/functional/nested/{id}", Role.ORGANISER),
        Route.open(POST, "/functional/things"),
        Route.roles(GET, "/forgetful/body", Role.ORGANISER),
        Route.roles(GET, "/forgetful/entity", Role.ORGANISER),
        Route.roles(GET, "/forgetful/redirect", Role.ORGANISER),
        Route.roles(POST, "/forgetful/nothing", Role.ORGANISER),
        Route.roles(GET, "/forgetful/functional", Role.ORGANISER),
        Route.secret(GET, "/forgetful/secret/{holdId}"));
  }

  @Bean
  RouterFunction<ServerResponse> functional() {
    return route()
        .path(
            "/functional",
            inner ->
                inner
                    .GET("/nested/{id}", SmallService::nested)
                    .POST(
                        "/things", request -> ServerResponse.ok().body(request.body(Thing.class))))
        .GET("/forgetful/functional", r -> ServerResponse.ok().body(Map.of("leaked", "all")))
        .build();
  }

  private static ServerResponse nested(ServerRequest request) {
    Access access = Access.of(request.servletRequest());
    access.permit(Inputs.id("id", request.pathVariable("id"), OrganisationId::new));
    return ServerResponse.ok().body(Map.of("actor", Optional.of(access.actor().toString())));
  }
}
