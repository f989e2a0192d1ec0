package org.counterfoil.command.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.command.waitingroom.VisitorTables.Step;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One node moves waiting rooms on; another takes over from one that was cut off hard. */
class LeadershipTest {

  private static final TestDatabase DATABASE = new TestDatabase();
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  @Test
  void theLockIsOneNodes_andGoesWithItsConnection() throws SQLException {
    try (Leadership one = new Leadership(DATABASE.as(DatabaseRoles.WRITER));
        Leadership other = new Leadership(DATABASE.as(DatabaseRoles.WRITER))) {
      Connection leading = one.take();
      assertThat(leading).isNotNull();
      assertThat(one.take()).as("it stays the leader").isSameAs(leading);
      assertThat(other.take()).as("there is one already").isNull();

      terminateWhoLeads();

      assertThat(other.take()).as("the lock went with the connection").isNotNull();
      assertThat(one.take()).as("it leads no more").isNull();
    }
  }

  private static void terminateWhoLeads() {
    int ended =
        JdbcClient.create(DATABASE.as(DatabaseRoles.WRITER))
            .sql(
                """
                select count(pg_terminate_backend(pid)) from pg_locks
                where locktype = 'advisory' and database =
                  (select oid from pg_database where datname = current_database())
                """)
            .query(Integer.class)
            .single();
    assertThat(ended).isEqualTo(1);
  }

  /** The second guard: a step that starts from what is no longer so is not taken. */
  @Test
  void whoeverBelievesToLeadLetsNobodyInTwice() throws SQLException {
    PerformanceId room = new PerformanceId(UUID.randomUUID());
    VisitorTables tables = new VisitorTables(DATABASE.as(DatabaseRoles.WRITER));
    tables.seedOf(room, Seed.of(new byte[32]));
    try (Connection one = DATABASE.as(DatabaseRoles.WRITER).getConnection();
        Connection other = DATABASE.as(DatabaseRoles.WRITER).getConnection()) {
      assertThat(VisitorTables.admit(one, room, 0, new Step(5, NOW))).isTrue();
      assertThat(VisitorTables.admit(other, room, 0, new Step(7, NOW))).isFalse();
      assertThat(VisitorTables.admit(other, room, 5, new Step(7, NOW))).isTrue();
    }
    assertThat(tables.steps(room, 0)).extracting(Step::admitted).containsExactly(5, 7);
  }
}
