package org.counterfoil.http.problem;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.mock.web.MockHttpServletRequest;

/** A pool whose connections are all taken is a reason to come again, not an error. */
class BusyDatabaseTest {

  private final ThrownProblem problems = new ThrownProblem(List.of(), request -> Set.of());

  private static Throwable thrownFor(SQLException cause) {
    return new IllegalStateException(new CannotGetJdbcConnectionException("none", cause));
  }

  @Test
  void noConnectionInTimeIs503_tryAgain() {
    Problem problem =
        problems.of(
            thrownFor(new SQLTransientConnectionException("timed out")),
            new MockHttpServletRequest());

    assertThat(problem).isNotNull();
    assertThat(problem.status()).isEqualTo(503);
    assertThat(problem.code()).isEqualTo("STORE_UNAVAILABLE");
  }

  @Test
  void anotherFaultOfTheDatabaseIsNotHidden() {
    assertThat(problems.of(thrownFor(new SQLException("syntax")), new MockHttpServletRequest()))
        .isNull();
  }
}
