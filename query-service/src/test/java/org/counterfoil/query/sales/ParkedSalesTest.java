package org.counterfoil.query.sales;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.util.List;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldReleased;
import org.counterfoil.query.given.Onsale;
import org.counterfoil.query.given.RunningQueryService;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An event that cannot be applied holds back its performance, and nothing else. */
class ParkedSalesTest {

  private final RunningQueryService service = RunningQueryService.shared();

  @Test
  void aParkedPerformanceIsNotAnsweredAsIfItWereCurrent() {
    Onsale given = Onsale.on(service);
    Onsale other = Onsale.on(service);
    String admin = service.token(Role.PLATFORM_ADMIN, null);
    long bad =
        service
            .log()
            .append(
                given.organisation(),
                given.office().now(),
                List.of(
                    new HoldReleased(given.performance(), new HoldId(given.office().id()), null)));
    other.office().sellSeats(other.performance(), 0, 1);

    HttpResponse<String> parked = service.get(given.dashboardPath(), given.upToDate());
    assertThat(parked.statusCode()).isEqualTo(503);
    assertThat(RunningQueryService.json(parked).get("code").asString())
        .isEqualTo("PROJECTION_PARKED");
    assertThat(
            service
                .get("/api/v1/dashboards/organisations/" + given.organisation(), given.upToDate())
                .statusCode())
        .isEqualTo(503);
    assertThat(service.get(given.dashboardPath(), "Authorization", "Bearer " + given.token()))
        .as("who asks for no position gets what there is")
        .extracting(HttpResponse::statusCode)
        .isEqualTo(200);
    HttpResponse<String> unharmed = service.get(other.dashboardPath(), other.upToDate());
    assertThat(RunningQueryService.json(unharmed).get("sold").asLong()).isEqualTo(1);

    String letters = "/api/v1/operations/dead-letters";
    JsonNode letter =
        RunningQueryService.json(service.get(letters, service.upToDate(admin))).at("/items/0");
    assertThat(letter.get("position").asLong()).isEqualTo(bad);
    assertThat(letter.get("key").asString()).isEqualTo(given.performance().toString());
    assertThat(letter.get("mayDiscard").asBoolean()).isTrue();

    String path = letters + "/sales/" + bad;
    JsonNode retried =
        RunningQueryService.json(service.post(path + "/retry", service.upToDate(admin)));
    assertThat(retried.get("applied").asInt()).isZero();
    assertThat(service.post(path + "/discard", service.upToDate(admin)).statusCode())
        .isEqualTo(204);
    assertThat(service.post(path + "/discard", service.upToDate(admin)).statusCode())
        .isEqualTo(404);
    await()
        .untilAsserted(
            () ->
                assertThat(service.get(given.dashboardPath(), given.upToDate()).statusCode())
                    .isEqualTo(200));
  }
}
