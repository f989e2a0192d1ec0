package org.counterfoil.command.waitingroom;

import java.io.ByteArrayOutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.Entrants;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The tables of the waiting room. Who joins a room and who closes its lobby lock its row first, so
 * that everybody is either in the draw or after it, and places after it are dense.
 */
final class VisitorTables {

  private static final int FETCH = 50_000;

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  VisitorTables(DataSource source) {
    this.jdbc = JdbcClient.create(source);
    this.transaction = new TransactionTemplate(new DataSourceTransactionManager(source));
  }

  /** How somebody is in a room. */
  enum Joined {
    /** Among those of the draw, just now or, as the lobby is still open, before. */
    IN_THE_LOBBY,
    /** Came after the lobby had closed; has a place after the draw. */
    LATER,
    /** Was in the lobby when it closed: the id is public by now, and proves nothing. */
    BEFORE_THE_DRAW
  }

  private record RoomRow(boolean isLobbyClosed, int arrivals) {}

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

  /** Takes visitors in, in this order; durable when it returns. */
  Map<VisitorId, Joined> join(PerformanceId room, List<VisitorId> visitors, Instant now) {
    Map<VisitorId, Joined> joined =
        transaction.execute(
            status -> {
              RoomRow row = lock(room);
              return row.isLobbyClosed()
                  ? joinLater(room, row, visitors, now)
                  : enterLobby(room, visitors, now);
            });
    return joined == null ? Map.of() : joined;
  }

  private RoomRow lock(PerformanceId room) {
    return jdbc.sql(
            """
            select is_lobby_closed, arrivals from waiting_room.room
            where performance_id = ? for no key update
            """)
        .param(room.value())
        .query((row, number) -> new RoomRow(row.getBoolean(1), row.getInt(2)))
        .optional()
        .orElseThrow(
            () -> new DataRetrievalFailureException("Expected room " + room + ", but it is gone"));
  }

  private Map<VisitorId, Joined> enterLobby(
      PerformanceId room, List<VisitorId> visitors, Instant now) {
    int entered =
        jdbc.sql(
                """
                insert into waiting_room.visitor (performance_id, visitor_id, joined_at)
                select :room, id, :now from unnest(:ids::bytea[]) as id
                on conflict do nothing
                """)
            .param("room", room.value())
            .param("now", now.atOffset(ZoneOffset.UTC))
            .param("ids", ids(visitors))
            .update();
    jdbc.sql("update waiting_room.room set entrants = entrants + ? where performance_id = ?")
        .param(entered)
        .param(room.value())
        .update();
    Map<VisitorId, Joined> joined = new HashMap<>();
    visitors.forEach(visitor -> joined.put(visitor, Joined.IN_THE_LOBBY));
    return joined;
  }

  private Map<VisitorId, Joined> joinLater(
      PerformanceId room, RoomRow row, List<VisitorId> visitors, Instant now) {
    Map<VisitorId, Joined> joined = new LinkedHashMap<>();
    jdbc.sql(
            """
            select visitor_id, arrival is null from waiting_room.visitor
            where performance_id = :room and visitor_id = any(:ids::bytea[])
            """)
        .param("room", room.value())
        .param("ids", ids(visitors))
        .query(
            (ResultSet known) -> {
              joined.put(
                  VisitorId.of(known.getBytes(1)),
                  known.getBoolean(2) ? Joined.BEFORE_THE_DRAW : Joined.LATER);
            });
    List<VisitorId> arriving = new ArrayList<>();
    for (VisitorId visitor : visitors) {
      if (joined.putIfAbsent(visitor, Joined.LATER) == null) {
        arriving.add(visitor);
      }
    }
    jdbc.sql(
            """
            insert into waiting_room.visitor (performance_id, visitor_id, arrival, joined_at)
            select :room, id, :first + place - 1, :now
            from unnest(:ids::bytea[]) with ordinality as arriving (id, place)
            """)
        .param("room", room.value())
        .param("first", row.arrivals())
        .param("now", now.atOffset(ZoneOffset.UTC))
        .param("ids", ids(arriving))
        .update();
    jdbc.sql("update waiting_room.room set arrivals = ? where performance_id = ?")
        .param(row.arrivals() + arriving.size())
        .param(room.value())
        .update();
    return joined;
  }

  /** Nobody enters the lobby any more. */
  void closeLobby(PerformanceId room) {
    jdbc.sql("update waiting_room.room set is_lobby_closed = true where performance_id = ?")
        .param(room.value())
        .update();
  }

  /** The lobby is open after all: who came since takes part in the draw. */
  void reopenLobby(PerformanceId room) {
    transaction.executeWithoutResult(
        status -> {
          RoomRow row = lock(room);
          jdbc.sql(
                  """
                  update waiting_room.visitor set arrival = null
                  where performance_id = ? and arrival is not null
                  """)
              .param(room.value())
              .update();
          jdbc.sql(
                  """
                  update waiting_room.room
                  set is_lobby_closed = false, entrants = entrants + ?, arrivals = 0
                  where performance_id = ?
                  """)
              .param(row.arrivals())
              .param(room.value())
              .update();
        });
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

  /** As an array of texts, which every driver takes: {@code \x…} is how a bytea is written. */
  private static String[] ids(List<VisitorId> visitors) {
    return visitors.stream().map(visitor -> "\\x" + visitor.value()).toArray(String[]::new);
  }
}
