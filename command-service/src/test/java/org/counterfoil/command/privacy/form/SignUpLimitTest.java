package org.counterfoil.command.privacy.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.UUID;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.http.problem.ProblemException;
import org.junit.jupiter.api.Test;

class SignUpLimitTest {

  private static final OrganisationId THEATRE = new OrganisationId(new UUID(0x7000, 1));
  private static final OrganisationId OTHER = new OrganisationId(new UUID(0x7000, 2));

  private Instant now = Instant.parse("2026-11-27T12:00:00Z");
  private final InstantSource source = () -> now;
  private final SignUpLimit limit =
      new SignUpLimit(2, Duration.ofMinutes(10), source.withZone(ZoneOffset.UTC));

  private void count(OrganisationId organisation, String address) {
    limit.count(organisation, address);
  }

  @Test
  void aNetworkMaySoManyTimes_andAgainAsTimePasses() {
    count(THEATRE, "192.0.2.1");
    count(THEATRE, "192.0.2.1");
    assertThatThrownBy(() -> count(THEATRE, "192.0.2.1"))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused -> assertThat(refused.problem().retryAfter()).isEqualTo(Duration.ofMinutes(5)));
    assertThatCode(() -> count(THEATRE, "192.0.2.2")).doesNotThrowAnyException();
    assertThatCode(() -> count(OTHER, "192.0.2.1")).doesNotThrowAnyException();

    now = now.plus(Duration.ofMinutes(5));
    assertThatCode(() -> count(THEATRE, "192.0.2.1")).doesNotThrowAnyException();
    assertThatThrownBy(() -> count(THEATRE, "192.0.2.1")).isInstanceOf(ProblemException.class);
  }

  @Test
  void allAddressesOfANetworkOfIpv6AreOne_andWhatIsNoneIsAskedOfNobody() {
    assertThat(SignUpLimit.network("2001:db8:1:2:3:4:5:6"))
        .isEqualTo(SignUpLimit.network("2001:db8:1:2::1"))
        .isNotEqualTo(SignUpLimit.network("2001:db8:1:3::1"));
    assertThat(SignUpLimit.network("192.0.2.1")).isNotEqualTo(SignUpLimit.network("192.0.2.9"));
    assertThat(SignUpLimit.network("proxy.example")).isEqualTo("proxy.example");
  }
}
