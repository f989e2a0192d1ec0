package org.counterfoil.command.privacy.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.problem.ProblemException;
import org.counterfoil.vault.SignUps;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

class SignUpLimitTest {

  private static final OrganisationId THEATRE = new OrganisationId(new UUID(0x7000, 1));
  private static final OrganisationId OTHER = new OrganisationId(new UUID(0x7000, 2));
  private static final String ADDRESS = "192.0.2.1";

  private final DataSource vault = new TestDatabase().as(DatabaseRoles.VAULT);
  private final SignUpLimit limit =
      new SignUpLimit(2, Duration.ofHours(10), () -> new SignUps(vault), new Secrets(new byte[32]));

  @Test
  void aNetworkMaySoManyTimes_atEachOrganisation() {
    limit.count(THEATRE, ADDRESS);
    limit.count(THEATRE, ADDRESS);
    assertThatThrownBy(() -> limit.count(THEATRE, ADDRESS))
        .isInstanceOfSatisfying(
            ProblemException.class,
            refused ->
                assertThat(refused.problem().retryAfter())
                    .isPositive()
                    .isLessThanOrEqualTo(Duration.ofHours(5)));
    assertThatCode(() -> limit.count(THEATRE, "192.0.2.2")).doesNotThrowAnyException();
    assertThatCode(() -> limit.count(OTHER, ADDRESS)).doesNotThrowAnyException();
  }

  /** Not in clear, not in hexadecimal digits, and not the same at two organisations. */
  @Test
  void noAddressIsKept() {
    limit.count(THEATRE, ADDRESS);
    limit.count(OTHER, ADDRESS);

    assertThat(
            JdbcClient.create(vault)
                .sql("select encode(mark, 'hex') from vault.sign_up")
                .query(String.class)
                .list())
        .doesNotHaveDuplicates()
        .hasSize(2)
        .allSatisfy(
            mark ->
                assertThat(mark)
                    .hasSize(64)
                    .doesNotContain(SignUpLimit.network(ADDRESS), "3139322e"));
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
