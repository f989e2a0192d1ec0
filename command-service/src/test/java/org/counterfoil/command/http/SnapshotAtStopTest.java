package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A service that stops leaves snapshots behind, so that the next start is short. */
class SnapshotAtStopTest {

  private static final int WORTH_A_SNAPSHOT = 200;
  private static final int BUYERS = 25;

  @Test
  void theEndOfABusyPerformanceIsSaved_andNothingOfAQuietOne() throws Exception {
    JdbcClient log;
    String busy;
    String quiet;
    try (RunningService service = RunningService.start()) {
      log = JdbcClient.create(service.database().as(DatabaseRoles.WRITER));
      Theatre theatre = Theatre.in(service);
      busy = theatre.performance;
      quiet = Theatre.in(service).performance;
      Parallel.run(BUYERS, () -> holdAndGiveBack(theatre));
      assertThat(snapshotOf(log, busy)).as("before the end").isEqualTo(-1);
    }

    assertThat(snapshotOf(log, busy)).isEqualTo(lastOf(log, busy)).isGreaterThan(WORTH_A_SNAPSHOT);
    assertThat(lastOf(log, quiet)).isPositive();
    assertThat(snapshotOf(log, quiet)).isEqualTo(-1);
  }

  /** Two events each time. */
  private static boolean holdAndGiveBack(Theatre theatre) {
    for (int events = 0; events < WORTH_A_SNAPSHOT / BUYERS; events += 2) {
      Answer hold =
          theatre
              .buyer()
              .post(
                  "/performances/" + theatre.performance + "/holds",
                  "{\"area\":\"PIT\",\"quantity\":1}")
              .expecting(201);
      theatre
          .buyer()
          .with("Hold-Secret", hold.text("/holdSecret"))
          .delete("/holds/" + hold.text("/holdId"))
          .expecting(204);
    }
    return true;
  }

  private static long lastOf(JdbcClient log, String performance) {
    return number(
        log, "select max(sequence) from log.event where stream_id = ?::uuid", performance);
  }

  private static long snapshotOf(JdbcClient log, String performance) {
    return number(
        log,
        "select coalesce(max(sequence), -1) from log.snapshot where stream_id = ?::uuid",
        performance);
  }

  private static long number(JdbcClient log, String question, String performance) {
    return log.sql(question).param(performance).query(Long.class).single();
  }
}
