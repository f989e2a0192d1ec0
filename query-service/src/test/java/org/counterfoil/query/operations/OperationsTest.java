package org.counterfoil.query.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import org.counterfoil.domain.access.Role;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the platform administrator can do with the projections. */
class OperationsTest {

  private static final String PROJECTIONS = "/api/v1/operations/projections";

  private final RunningQueryService service = RunningQueryService.shared();
  private final String admin = service.token(Role.PLATFORM_ADMIN, null);

  @Test
  void rebuiltEqualsLiveAndSaysSo() {
    Onsale given = Onsale.on(service);
    given.office().sellSeats(given.performance(), 0, 4);
    service.get(given.dashboardPath(), given.upToDate());

    assertThat(service.post(PROJECTIONS + "/sales/check", headers()).statusCode()).isEqualTo(202);
    await().until(() -> report().has("lastCheck") && !report().get("isChecking").asBoolean());

    JsonNode check = report().get("lastCheck");
    assertThat(check.get("isEqual").asBoolean()).as(check.toString()).isTrue();
    assertThat(check.get("position").asLong()).isGreaterThanOrEqualTo(0);
    assertThat(check.get("tables"))
        .filteredOn(table -> table.get("table").asString().equals("ticket"))
        .singleElement()
        .satisfies(
            table -> {
              assertThat(table.get("liveRows").asLong()).isGreaterThanOrEqualTo(4);
              assertThat(table.get("onlyLive").asLong()).isZero();
              assertThat(table.get("onlyRebuilt").asLong()).isZero();
            });
  }

  /** The negative control: what was not made from events is found. */
  @Test
  void aRowThatNoEventMadeIsFound() {
    Onsale given = Onsale.on(service);
    service.get(given.dashboardPath(), given.upToDate());
    service.tamper(
        "update sales.zone set sold = sold + 1 where performance_id = ? and zone = 'STALLS'",
        given.performance().value());

    service.post(PROJECTIONS + "/sales/check", headers());
    await()
        .until(
            () ->
                !report().get("isChecking").asBoolean()
                    && !report().at("/lastCheck/isEqual").asBoolean(true));

    service.post(PROJECTIONS + "/sales/rebuild", headers());
    await().until(() -> report().get("state").asString().equals("LIVE"));
    JsonNode body = RunningQueryService.json(service.get(given.dashboardPath(), given.upToDate()));
    assertThat(body.get("sold").asLong()).isZero();
    service.post(PROJECTIONS + "/sales/check", headers());
    await()
        .until(
            () ->
                !report().get("isChecking").asBoolean()
                    && report().at("/lastCheck/isEqual").asBoolean(false));
  }

  @Test
  void anUnknownProjectionIs404() {
    HttpResponse<String> response = service.post(PROJECTIONS + "/nothing/rebuild", headers());
    assertThat(response.statusCode()).isEqualTo(404);
    assertThat(RunningQueryService.json(response).get("code").asString())
        .isEqualTo("UNKNOWN_PROJECTION");
  }

  @Test
  void readinessAndMetricsTellOfTheProjections() {
    assertThat(service.get("/actuator/health/readiness").statusCode()).isEqualTo(200);
    assertThat(service.get("/actuator/prometheus", headers()).body())
        .contains("counterfoil_streams_open")
        .contains("projection");
  }

  private JsonNode report() {
    return RunningQueryService.json(service.get(PROJECTIONS + "/sales", headers()));
  }

  private String[] headers() {
    return service.upToDate(admin);
  }
}
