package org.counterfoil.command.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.counterfoil.command.lane.LaneFull;
import org.counterfoil.command.lane.StoreUnavailable;
import org.counterfoil.http.problem.Problem;
import org.junit.jupiter.api.Test;
import org.springframework.dao.CannotAcquireLockException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;

class LaneProblemsTest {

  private final LaneProblems problems = new LaneProblems();

  @Test
  void whatPassesIsToldWithWhenToComeAgain() {
    for (Throwable passing :
        List.of(
            new LaneFull(4_096),
            new StoreUnavailable("away", new IllegalStateException()),
            new CannotGetJdbcConnectionException("away"),
            new CannotAcquireLockException("busy"),
            new DataAccessResourceFailureException("away"))) {
      Problem problem = problems.of(passing);

      assertThat(problem).as(passing.toString()).isNotNull();
      assertThat(problem.status()).isEqualTo(503);
      assertThat(problem.retryable()).isTrue();
      assertThat(problem.retryAfter()).isNotNull();
    }
  }

  @Test
  void aDefectStaysADefect() {
    assertThat(problems.of(new IllegalStateException("wrong"))).isNull();
    assertThat(problems.of(new DataIntegrityViolationException("wrong"))).isNull();
  }
}
