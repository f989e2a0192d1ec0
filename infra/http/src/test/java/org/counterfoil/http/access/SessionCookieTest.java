package org.counterfoil.http.access;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.time.Duration;
import java.util.UUID;
import org.counterfoil.domain.access.LoginLinkId;
import org.counterfoil.http.small.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;

/** The cookie is for our server alone, and by https for nobody's eyes in between. */
class SessionCookieTest {

  private static final LoginLinkId ID = new LoginLinkId(UUID.randomUUID());

  private final TestClock clock = new TestClock();
  private final Secrets secrets = new Secrets(new byte[32]);
  private final SessionCookie cookie = new SessionCookie(secrets, clock);
  private final MockHttpServletRequest request = new MockHttpServletRequest();

  @Test
  void by_http_it_is_kept_from_scripts_and_other_sites() {
    assertThat(open())
        .startsWith("counterfoil-session=" + secrets.session(ID) + ";")
        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Max-Age=3600")
        .doesNotContain("Secure", "Domain");
  }

  @Test
  void by_https_it_is_bound_to_the_host_as_well() {
    request.setSecure(true);

    assertThat(open())
        .startsWith("__Host-counterfoil-session=")
        .contains("HttpOnly", "SameSite=Strict", "Path=/", "Secure")
        .doesNotContain("Domain");
  }

  @Test
  void by_https_one_that_came_by_http_is_not_taken() {
    request.setCookies(new Cookie("counterfoil-session", "value"));
    assertThat(cookie.read(request)).isEqualTo("value");

    request.setSecure(true);

    assertThat(cookie.read(request)).isNull();
  }

  @Test
  void forgetting_empties_it() {
    assertThat(cookie.forget(request)).startsWith("counterfoil-session=;").contains("Max-Age=0");
  }

  private String open() {
    return cookie.open(request, ID, clock.instant().plus(Duration.ofHours(1)));
  }
}
