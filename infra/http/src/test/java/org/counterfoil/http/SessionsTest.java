package org.counterfoil.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.access.AccessEvent.SessionEnded;
import org.counterfoil.domain.access.ApiTokenId;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.domain.access.Role;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.access.AccessDirectory;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.small.RunningService;
import org.counterfoil.http.small.TestClock;
import org.counterfoil.http.small.TestLog;
import org.junit.jupiter.api.Test;

/** Login sessions, and what other sites would make of them. */
class SessionsTest {

  private final RunningService service = RunningService.shared();
  private final Secrets secrets = service.bean(Secrets.class);
  private final OrganisationId opera = new OrganisationId(UUID.randomUUID());

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

  private int change(String cookie, String... headers) {
    String[] all = Arrays.copyOf(headers, headers.length + 2);
    all[headers.length] = "Cookie";
    all[headers.length + 1] = cookie;
    return service.post("/me", "{}", all).statusCode();
  }
}
