package org.counterfoil.command.waitingroom;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.Entrants;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** What the tables of the waiting room say, and the steps by which visitors are let in. */
final class VisitorTables {

  private static final int FETCH = 50_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  VisitorTables(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  /** The room's seed: this one, unless there is one already. */
  Seed seedOf(PerformanceId room, Seed otherwise) {
    jdbc.sql(
            "insert into waiting_room.room (performance_id, seed) values (?, ?) on conflict do nothing")
        .param(room.value())
        .param(otherwise.bytes())
        .update();
    return jdbc.sql("select seed from waiting_room.room where performance_id = ?")
        .param(room.value())
        .query((row, number) -> Seed.of(row.getBytes(1)))
        .single();
  }

  /** Whether the room's visitors were removed. */
  boolean isPurged(PerformanceId room) {
    return jdbc.sql("select purged_at is not null from waiting_room.room where performance_id = ?")
        .param(room.value())
        .query(Boolean.class)
        .optional()
        .orElse(false);
  }

  /** How many are in the lobby, or were when it closed. */
  int countEntrants(PerformanceId room) {
    return jdbc.sql("select entrants from waiting_room.room where performance_id = ?")
        .param(room.value())
        .query(Integer.class)
        .optional()
        .orElse(0);
  }

  /** Everybody of the draw. To be asked once the lobby is closed. */
  Entrants entrants(PerformanceId room) {
    ByteArrayOutputStream ids = new ByteArrayOutputStream();
    transaction.executeWithoutResult(
        status ->
            jdbc.sql(
                    """
                    select visitor_id from waiting_room.visitor
                    where performance_id = ? and arrival is null order by visitor_id
                    """)
                .param(room.value())
                .withFetchSize(FETCH)
                .query((ResultSet row) -> ids.writeBytes(row.getBytes(1))));
    return Entrants.of(ids.toByteArray());
  }

  /** Who came after the draw, from a place on, in order. */
  List<VisitorId> arrivals(PerformanceId room, int first) {
    return jdbc.sql(
            """
            select visitor_id from waiting_room.visitor
            where performance_id = ? and arrival >= ? order by arrival limit ?
            """)
        .param(room.value())
        .param(first)
        .param(FETCH)
        .query((row, number) -> VisitorId.of(row.getBytes(1)))
        .list();
  }

  /** Steps by which visitors were let in, after one that is known, in order. */
  List<Step> steps(PerformanceId room, int admitted) {
    return jdbc.sql(
            """
            select admitted, admitted_at from waiting_room.admission
            where performance_id = ? and admitted > ? order by admitted
            """)
        .param(room.value())
        .param(admitted)
        .query((row, number) -> new Step(row.getInt(1), row.getTimestamp(2).toInstant()))
        .list();
  }

  /**
   * Up to which place visitors were let in, and when.
   *
   * @param admitted how many in all
   */
  record Step(int admitted, Instant at) {}

  /**
   * Lets visitors in, over the leader's own connection: who has lost that is no leader any more.
   *
   * @param from how many were let in before, as the leader believes
   * @return false where that is not so
   */
  static boolean admit(Connection leader, PerformanceId room, int from, Step step)
      throws SQLException {
    try (PreparedStatement insert =
        leader.prepareStatement(
            """
            insert into waiting_room.admission (performance_id, admitted, admitted_at)
            select ?, ?, ?
            where ? = (select coalesce(max(admitted), 0) from waiting_room.admission
                       where performance_id = ?)
            """)) {
      UUID id = room.value();
      insert.setObject(1, id);
      insert.setInt(2, step.admitted());
      insert.setObject(3, step.at().atOffset(ZoneOffset.UTC));
      insert.setInt(4, from);
      insert.setObject(5, id);
      return insert.executeUpdate() == 1;
    }
  }
}
