package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.UUID;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.small.RunningService;
import org.junit.jupiter.api.Test;

/** What the secret of a hold or an order lets its buyer do. */
class BuyersTest {

  private final RunningService service = RunningService.shared();
  private final Secrets secrets = service.bean(Secrets.class);
  private final OrganisationId opera = new OrganisationId(UUID.randomUUID());
  private final OrganisationId circus = new OrganisationId(UUID.randomUUID());

  @Test
  void a_buyer_has_the_secret_of_this_hold_and_of_no_other() {
    HoldId hold = new HoldId(UUID.randomUUID());
    HoldId other = new HoldId(UUID.randomUUID());

    assertThat(service.get("/holds/" + hold).statusCode()).isEqualTo(401);
    assertThat(hold(hold, secrets.holdSecret(other))).isEqualTo(403);
    assertThat(hold(hold, secrets.orderSecret(new OrderId(hold.value())))).isEqualTo(403);
    assertThat(hold(hold, "")).isEqualTo(403);
    assertThat(hold(hold, secrets.holdSecret(hold))).isEqualTo(200);
  }

  @Test
  void an_order_is_for_who_has_its_secret_and_for_the_counter_of_its_organisation() {
    OrderId order = new OrderId(opera.value());
    String path = "/orders/" + order;

    assertThat(service.get(path).statusCode()).isEqualTo(401);
    assertThat(service.get(path, "Order-Secret", secrets.orderSecret(order)).statusCode())
        .isEqualTo(200);
    assertThat(get(path, service.token(Role.BOX_OFFICE, opera)).statusCode()).isEqualTo(200);
    assertThat(get(path, service.token(Role.BOX_OFFICE, circus)).statusCode()).isEqualTo(403);
    assertThat(get(path, service.token(Role.ADMISSION, opera)).statusCode()).isEqualTo(403);
    assertThat(
            service
                .get(
                    path,
                    "Order-Secret",
                    "wrong",
                    "Authorization",
                    "Bearer " + service.token(Role.BOX_OFFICE, opera))
                .statusCode())
        .isEqualTo(403);
  }

  private int hold(HoldId hold, String secret) {
    return service.get("/holds/" + hold, "Hold-Secret", secret).statusCode();
  }

  private HttpResponse<String> get(String path, String token) {
    return service.get(path, "Authorization", "Bearer " + token);
  }
}
