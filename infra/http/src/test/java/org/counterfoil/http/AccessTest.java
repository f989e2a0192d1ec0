package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.counterfoil.domain.OrderId;
import org.counterfoil.domain.access.AccessEvent.ApiTokenRevoked;
import org.counterfoil.domain.access.AccessEvent.SessionEnded;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.http.access.AccessDirectory;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.small.RunningService;
import org.counterfoil.http.small.TestClock;
import org.counterfoil.http.small.TestLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tokens, sessions and secrets, good ones and all the others. */
class AccessTest {

  private final RunningService service = RunningService.shared();
  private final Secrets secrets = service.bean(Secrets.class);
  private final OrganisationId opera = new OrganisationId(UUID.randomUUID());
  private final OrganisationId circus = new OrganisationId(UUID.randomUUID());

  @Test
  void a_token_works_at_once_wherever_it_was_issued() {
    String token = service.token(Role.ORGANISER, opera);

    HttpResponse<String> answer = get("/performances/" + opera, token);

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("API_TOKEN:" + secrets.readApiToken(token));
  }

  @Test
  void a_revoked_token_is_refused_at_once_by_who_knows_the_position_and_soon_by_everybody() {
    String known = service.token(Role.ORGANISER, opera);
    String heard = service.token(Role.ORGANISER, opera);
    assertThat(get("/me", known).statusCode()).isEqualTo(200);
    assertThat(get("/me", heard).statusCode()).isEqualTo(200);

    long position = revoke(known);
    service.bean(AccessDirectory.class).catchUpTo(position);
    assertThat(get("/me", known).statusCode()).isEqualTo(401);

    revoke(heard);
    Awaitility.await()
        .atMost(Duration.ofSeconds(10))
        .untilAsserted(() -> assertThat(get("/me", heard).statusCode()).isEqualTo(401));
  }

  @Test
  void a_token_past_its_end_is_refused() {
    TestClock clock = service.bean(TestClock.class);
    Instant end = clock.instant().plus(Duration.ofMinutes(5));
    String token = service.token(Role.AUDITOR, opera, end);
    String path = "/organisations/" + opera + "/books";
    assertThat(get(path, token).statusCode()).isEqualTo(200);

    clock.advance(Duration.ofMinutes(5));

    assertThat(get(path, token).statusCode()).isEqualTo(401);
  }

  @Test
  void a_forged_token_is_refused_also_where_none_is_needed() {
    String good = service.token(Role.ORGANISER, opera);
    String otherId = "cft_" + "0".repeat(32) + good.substring(36);
    for (String bad :
        List.of(
            otherId,
            good.substring(0, good.length() - 1),
            good + "A",
            good.toUpperCase(java.util.Locale.ROOT),
            secrets.apiToken(new ApiTokenId(UUID.randomUUID())),
            secrets.holdSecret(new HoldId(UUID.randomUUID())),
            "cft_",
            "x")) {
      HttpResponse<String> answer = get("/list", bad);
      assertThat(answer.statusCode()).as(bad).isEqualTo(401);
      assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    }
    assertThat(service.get("/list", "Authorization", "Basic YTpi").statusCode()).isEqualTo(401);
    assertThat(
            service
                .get("/list", "Authorization", "Bearer " + good, "Authorization", "Bearer x")
                .statusCode())
        .isEqualTo(401);
    assertThat(get("/list", good).statusCode()).isEqualTo(200);
  }

  @Test
  void the_operator_s_own_text_is_a_token_once_its_id_was_issued() {
    String text = "a long text that the operator chose " + UUID.randomUUID();
    assertThat(get("/me", text).statusCode()).isEqualTo(401);

    ApiTokenId id = secrets.operatorTokenId(text);
    long position =
        TestLog.shared()
            .append(
                id.value(),
                new org.counterfoil.domain.access.AccessEvent.ApiTokenIssued(
                    id,
                    null,
                    Role.PLATFORM_ADMIN,
                    new org.counterfoil.domain.PublicLabel("environment"),
                    null));
    service.bean(AccessDirectory.class).catchUpTo(position);

    assertThat(get("/me", text).statusCode()).isEqualTo(200);
    assertThat(post("/organisations", text).statusCode()).isEqualTo(200);
  }

  @Test
  void a_token_of_another_organisation_is_a_stranger_s() {
    String borrowed = service.token(Role.ORGANISER, circus);

    assertThat(get("/performances/" + opera, borrowed).statusCode()).isEqualTo(403);
    assertThat(get("/performances/" + circus, borrowed).statusCode()).isEqualTo(200);
    assertThat(get("/functional/nested/" + opera, borrowed).statusCode()).isEqualTo(403);
    assertThat(get("/functional/nested/" + circus, borrowed).statusCode()).isEqualTo(200);
  }

  @Test
  void a_session_opens_by_its_cookie_and_ends_when_it_is_ended() {
    LoginLinkId id = new LoginLinkId(UUID.randomUUID());
    String cookie = service.session(id, Role.ORGANISER, opera, Duration.ofHours(8));
    assertThat(service.get("/me", "Cookie", cookie).body()).contains("SESSION:" + id);

    long position = TestLog.shared().append(id.value(), new SessionEnded(id));
    service.bean(AccessDirectory.class).catchUpTo(position);

    assertThat(service.get("/me", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void a_forged_or_expired_session_is_none() {
    LoginLinkId id = new LoginLinkId(UUID.randomUUID());
    String cookie = service.session(id, Role.ORGANISER, opera, Duration.ofMinutes(5));
    String name = "counterfoil-session=";

    assertThat(service.get("/me", "Cookie", cookie + "x").statusCode()).isEqualTo(401);
    assertThat(service.get("/me", "Cookie", name + secrets.loginLink(id)).statusCode())
        .isEqualTo(401);
    assertThat(
            service
                .get("/me", "Cookie", name + secrets.apiToken(new ApiTokenId(id.value())))
                .statusCode())
        .isEqualTo(401);
    assertThat(service.get("/list", "Cookie", cookie + "x").statusCode()).isEqualTo(200);
    assertThat(service.get("/me", "Cookie", cookie).statusCode()).isEqualTo(200);

    service.bean(TestClock.class).advance(Duration.ofMinutes(5));
    assertThat(service.get("/me", "Cookie", cookie).statusCode()).isEqualTo(401);
  }

  @Test
  void a_session_changes_things_from_our_own_pages_only() {
    String cookie =
        service.session(
            new LoginLinkId(UUID.randomUUID()), Role.ORGANISER, opera, Duration.ofHours(8));
    String own = "http://localhost:" + service.port();

    assertThat(change(cookie, "Sec-Fetch-Site", "same-origin")).isEqualTo(200);
    assertThat(change(cookie, "Origin", own)).isEqualTo(200);

    for (String site : List.of("cross-site", "same-site", "none", "")) {
      assertThat(change(cookie, "Sec-Fetch-Site", site)).as(site).isEqualTo(403);
    }
    assertThat(change(cookie, "Sec-Fetch-Site", "cross-site", "Origin", own)).isEqualTo(403);
    assertThat(change(cookie, "Origin", "https://evil.example")).isEqualTo(403);
    assertThat(change(cookie, "Origin", "null")).isEqualTo(403);
    assertThat(change(cookie, "Accept", "*/*")).isEqualTo(403);
    assertThat(service.get("/me", "Cookie", cookie, "Sec-Fetch-Site", "cross-site").statusCode())
        .isEqualTo(200);
  }

  @Test
  void programs_send_no_cookie_and_are_not_asked_where_they_come_from() {
    String token = service.token(Role.ORGANISER, opera);

    assertThat(post("/me", token).statusCode()).isEqualTo(200);
  }

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

  private int hold(HoldId hold, String secret) {
    return service.get("/holds/" + hold, "Hold-Secret", secret).statusCode();
  }

  private int change(String cookie, String... headers) {
    String[] all = java.util.Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Cookie";
    all[headers.length + 1] = cookie;
    return service.post("/me", "{}", all).statusCode();
  }

  private long revoke(String token) {
    ApiTokenId id = secrets.readApiToken(token);
    return TestLog.shared().append(id.value(), new ApiTokenRevoked(id));
  }

  private HttpResponse<String> get(String path, String token) {
    return service.get(path, "Authorization", "Bearer " + token);
  }

  private HttpResponse<String> post(String path, String token) {
    return service.post(path, "{}", "Authorization", "Bearer " + token);
  }
}
