package org.counterfoil.command.waitingroom;

import java.sql.ResultSet;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.springframework.dao.DataRetrievalFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The doors of the waiting room: who joins it and who closes its lobby lock its row first, so that
 * everybody is either in the draw or after it, and places after it are dense.
 */
final class Doors {

  private final JdbcClient jdbc;
  private final TransactionTemplate transaction;

  Doors(DataSource source) {
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
            where performance_id = ? and purged_at is null for no key update
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

  /**
   * Removes everybody who ever was in the room, for good; who would come in now is refused.
   *
   * @return how many visitors were removed
   */
  int purge(PerformanceId room, Instant now) {
    Integer purged =
        transaction.execute(
            status -> {
              jdbc.sql(
                      """
                      update waiting_room.room set purged_at = ?, is_lobby_closed = true
                      where performance_id = ? and purged_at is null
                      """)
                  .param(now.atOffset(ZoneOffset.UTC))
                  .param(room.value())
                  .update();
              jdbc.sql("delete from waiting_room.admission where performance_id = ?")
                  .param(room.value())
                  .update();
              return jdbc.sql("delete from waiting_room.visitor where performance_id = ?")
                  .param(room.value())
                  .update();
            });
    return purged == null ? 0 : purged;
  }

  /** As an array of texts, which every driver takes: {@code \x…} is how a bytea is written. */
  private static String[] ids(List<VisitorId> visitors) {
    return visitors.stream().map(visitor -> "\\x" + visitor.value()).toArray(String[]::new);
  }
}
