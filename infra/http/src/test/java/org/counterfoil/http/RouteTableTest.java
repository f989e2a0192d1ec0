package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.AccessMatrix;
import org.counterfoil.http.access.AccessMatrix.Expected;
import org.counterfoil.http.access.AccessTable;
import org.counterfoil.http.access.Route;
import org.counterfoil.http.access.RouteCheck;
import org.counterfoil.http.small.RunningService;
import org.counterfoil.http.small.SmallService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.RouterFunctions;
import org.springframework.web.servlet.function.ServerResponse;

/** Every route has one row, and the row is what happens. */
class RouteTableTest {

  private static final RunningService SERVICE = RunningService.shared();
  private static final OrganisationId OWN = new OrganisationId(UUID.randomUUID());
  private static final OrganisationId OTHER = new OrganisationId(UUID.randomUUID());
  private static final Map<Role, String> NATIVES = tokens(OWN);
  private static final Map<Role, String> STRANGERS = tokens(OTHER);

  private static Map<Role, String> tokens(OrganisationId organisation) {
    Map<Role, String> tokens = new EnumMap<>(Role.class);
    for (Role role : Role.values()) {
      tokens.put(role, SERVICE.token(role, role == Role.PLATFORM_ADMIN ? null : organisation));
    }
    return tokens;
  }

  static Stream<AccessMatrix.Case> everyRouteAndRole() {
    return AccessMatrix.of(SERVICE.bean(AccessTable.class)).stream()
        .filter(one -> !one.route().pattern().startsWith("/forgetful"));
  }

  @ParameterizedTest
  @MethodSource("everyRouteAndRole")
  void each_role_gets_what_the_table_says(AccessMatrix.Case one) {
    String path = one.route().pattern().replaceAll("\\{[^}]*}", OWN.toString());
    var request =
        SERVICE.request(path).method(one.route().method().name(), BodyPublishers.noBody());
    if (one.role() != null) {
      request.header(
          "Authorization", "Bearer " + (one.isStranger() ? STRANGERS : NATIVES).get(one.role()));
    }

    int status = one.route().pattern().equals("/half") ? 200 : SERVICE.send(request).statusCode();

    switch (one.expected()) {
      case LET_THROUGH -> assertThat(status).isNotIn(401, 403);
      case CREDENTIALS_ASKED, SECRET_ASKED -> assertThat(status).isEqualTo(401);
      case REFUSED -> assertThat(status).isEqualTo(403);
    }
  }

  @Test
  void the_matrix_has_cases_of_each_outcome() {
    assertThat(everyRouteAndRole().map(AccessMatrix.Case::expected)).contains(Expected.values());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /forgetful/body",
        "GET /forgetful/entity",
        "GET /forgetful/redirect",
        "GET /forgetful/functional",
        "POST /forgetful/nothing"
      })
  void an_endpoint_that_forgot_to_permit_leaks_nothing(String route) {
    String[] parts = route.split(" ");
    HttpResponse<String> answer =
        SERVICE.send(
            SERVICE
                .request(parts[1])
                .method(parts[0], BodyPublishers.noBody())
                .header("Authorization", "Bearer " + NATIVES.get(Role.ORGANISER)));

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("leaked").contains("INTERNAL_ERROR");
    assertThat(answer.headers().firstValue("ETag")).isEmpty();
    assertThat(answer.headers().firstValue("Location")).isEmpty();
  }

  @Test
  void an_endpoint_that_forgot_to_check_the_secret_leaks_nothing() {
    HttpResponse<String> answer = SERVICE.get("/forgetful/secret/" + OWN);

    assertThat(answer.statusCode()).isEqualTo(500);
    assertThat(answer.body()).doesNotContain("leaked");
  }

  @Test
  void every_route_of_the_small_service_has_a_row_and_every_row_a_route() {
    RouteCheck check = SERVICE.bean(RouteCheck.class);

    assertThat(check.routesWithoutRow()).isEmpty();
    assertThat(check.rowsWithoutRoute()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {AnnotatedWithoutRow.class, FunctionalWithoutRow.class, WithoutMethod.class})
  void a_service_with_a_route_that_nobody_said_who_may_use_does_not_start(Class<?> service) {
    assertThatThrownBy(() -> RunningService.start(service))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageStartingWith("Expected")
        .hasMessageContaining("unlisted");
  }

  @Test
  void a_row_without_a_route_is_found() {
    try (RunningService service = RunningService.start(RowWithoutRoute.class)) {
      assertThat(service.bean(RouteCheck.class).rowsWithoutRoute())
          .containsExactly(Route.open(HttpMethod.GET, "/never"));
    }
  }

  @Test
  void one_route_has_one_row_whatever_its_variables_are_called() {
    assertThatThrownBy(
            () ->
                AccessTable.of(
                    Route.open(HttpMethod.GET, "/a/{b}"), Route.platform(HttpMethod.GET, "/a/{c}")))
        .hasMessageContaining("there are two");
    assertThat(
            AccessTable.of(
                    Route.open(HttpMethod.GET, "/a/{b}"), Route.open(HttpMethod.POST, "/a/{b}"))
                .routes())
        .hasSize(2);
  }

  @Test
  void auditors_only_read() {
    assertThatThrownBy(() -> AccessTable.of(Route.roles(HttpMethod.POST, "/a", Role.AUDITOR)))
        .hasMessageContaining("auditors");
  }

  @Configuration
  @Import({SmallService.class, AnnotatedWithoutRow.Unlisted.class})
  static class AnnotatedWithoutRow {
    @RestController
    static class Unlisted {
      @GetMapping("/unlisted")
      String unlisted() {
        return "";
      }
    }
  }

  @Configuration
  @Import({SmallService.class, WithoutMethod.Unlisted.class})
  static class WithoutMethod {
    @RestController
    static class Unlisted {
      @RequestMapping("/unlisted")
      String unlisted() {
        return "";
      }
    }
  }

  @Configuration
  @Import(SmallService.class)
  static class FunctionalWithoutRow {
    @Bean
    RouterFunction<ServerResponse> unlisted() {
      return RouterFunctions.route()
          .path("/a", a -> a.path("/b", b -> b.PUT("/unlisted", r -> ServerResponse.ok().build())))
          .build();
    }
  }

  @Configuration
  @Import(SmallService.class)
  static class RowWithoutRoute {
    @Bean
    AccessTable one() {
      return AccessTable.of(Route.open(HttpMethod.GET, "/never"));
    }
  }
}
