package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.access.AccessEvent.ApiTokenIssued;
import org.counterfoil.domain.access.AccessEvent.ApiTokenRevoked;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seathold.HoldId;
import org.counterfoil.http.access.AccessDirectory;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.small.RunningService;
import org.counterfoil.http.small.TestClock;
import org.counterfoil.http.small.TestLog;
import org.junit.jupiter.api.Test;

/** Tokens, good ones and all the others. */
class TokensTest {

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
            good.toUpperCase(Locale.ROOT),
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
                new ApiTokenIssued(
                    id, null, Role.PLATFORM_ADMIN, new PublicLabel("environment"), null));
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
  void programs_send_no_cookie_and_are_not_asked_where_they_come_from() {
    String token = service.token(Role.ORGANISER, opera);

    assertThat(post("/me", token).statusCode()).isEqualTo(200);
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
