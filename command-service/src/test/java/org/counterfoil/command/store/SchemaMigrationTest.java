package org.counterfoil.command.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Several processes start on an empty database at once: it is migrated once, and for all. */
class SchemaMigrationTest {

  private static final int PROCESSES = 4;

  private final TestDatabase database = TestDatabase.unmigrated();

  private int events() {
    return JdbcClient.create(database.as(DatabaseRoles.READER))
        .sql("select count(*) from log.event")
        .query(Integer.class)
        .single();
  }

  private void start(Map<String, Object> settings) {
    GenericApplicationContext context = new GenericApplicationContext();
    context.getEnvironment().getPropertySources().addFirst(new MapPropertySource("test", settings));
    new SchemaMigration().initialize(context);
  }

  private Map<String, Object> withThePassword() {
    return Map.of(
        "counterfoil.database.url",
        database.url(),
        "counterfoil.database.passwords." + DatabaseRoles.OWNER,
        database.passwordOf(DatabaseRoles.OWNER));
  }

  @Test
  void oneMigratesAndTheOthersWait() throws Exception {
    CyclicBarrier together = new CyclicBarrier(PROCESSES);
    List<Future<?>> starts = new ArrayList<>();
    try (ExecutorService processes = Executors.newFixedThreadPool(PROCESSES)) {
      for (int process = 0; process < PROCESSES; process++) {
        starts.add(
            processes.submit(
                () -> {
                  together.await();
                  start(withThePassword());
                  return events();
                }));
      }
      for (Future<?> start : starts) {
        assertThat(start.get()).as("each finds the schema when it goes on").isEqualTo(0);
      }
    }
    assertThat(
            JdbcClient.create(database.as(DatabaseRoles.OWNER))
                .sql("select count(*) - count(distinct version) from log.migration where success")
                .query(Integer.class)
                .single())
        .as("each step once")
        .isLessThanOrEqualTo(1);
  }

  @Test
  void withoutTheOwnersPasswordNothingIsMigrated() {
    start(Map.of("counterfoil.database.url", database.url()));

    assertThatThrownBy(this::events).isInstanceOf(DataAccessException.class);
  }
}
