package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.small.RunningService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may see how the process is doing. */
class OperationsTest {

  private final RunningService service = RunningService.shared();
  private final OrganisationId opera = new OrganisationId(UUID.randomUUID());

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/actuator/prometheus",
        "/actuator",
        "//actuator/prometheus",
        "/actuator/prometheus/",
        "/actuator;x=1/prometheus",
        "/%61ctuator/prometheus"
      })
  void metrics_are_not_for_who_comes_through_a_proxy(String path) {
    assertThat(service.get(path, "X-Forwarded-For", "203.0.113.9").statusCode())
        .isIn(400, 401, 404);
  }

  @Test
  void health_is_for_everybody_and_metrics_for_the_machine_itself_and_the_administrator() {
    String admin = service.token(Role.PLATFORM_ADMIN, null);
    String organiser = service.token(Role.ADMIN, opera);
    String[] proxied = {"X-Forwarded-For", "203.0.113.9"};

    assertThat(service.get("/actuator/health", proxied).statusCode()).isEqualTo(200);
    assertThat(service.get("/actuator/health/liveness", proxied).statusCode()).isEqualTo(200);
    assertThat(service.get("/actuator/prometheus").statusCode()).isEqualTo(200);
    assertThat(service.get("/actuator/prometheus", proxied).statusCode()).isEqualTo(401);
    assertThat(proxied("/actuator/prometheus", admin)).isEqualTo(200);
    assertThat(proxied("/actuator/prometheus", organiser)).isEqualTo(403);
  }

  private int proxied(String path, String token) {
    return service
        .get(path, "X-Forwarded-For", "203.0.113.9", "Authorization", "Bearer " + token)
        .statusCode();
  }
}
