package org.counterfoil.query.sales;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.UUID;
import org.counterfoil.domain.performance.PerformanceEvent.WaitingRoomSet;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.BeaconRead;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.LobbyClosed;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.LobbyOpened;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RateChanged;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RoomOpened;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes how waiting rooms stand: a row after each of their events, which is the row before it with
 * what the event changed, so that any past moment can be answered.
 */
final class WaitingRoomRows {

  private static final String GO_ON =
      """
      insert into waiting_room
      select performance_id, :position, :at, phase, lobby_opens_at, opens_at,
             admissions_per_second, beacon, seed_hash, entrants, list_hash, beacon_value, seed,
             admissions_per_minute
      from waiting_room where performance_id = :performance order by position desc limit 1
      """;
  private static final String BEGIN =
      """
      insert into waiting_room (performance_id, position, at, phase)
      values (:performance, :position, :at, 'NONE')
      """;
  private static final String TERMS =
      """
      update waiting_room
      set phase = case
            when cast(:opensAt as timestamptz) is null
              then case when seed is null then 'NONE' else 'ENDED' end
            when seed_hash is null then 'ANNOUNCED'
            else phase end,
          lobby_opens_at = :lobbyOpensAt, opens_at = :opensAt,
          admissions_per_second = :admissionsPerSecond, beacon = :beacon
      where performance_id = :performance and position = :position
      """;

  private final JdbcClient tables;

  WaitingRoomRows(JdbcClient tables) {
    this.tables = tables;
  }

  void apply(WaitingRoomSet set, Moment when) {
    if (goOn(set.performanceId(), when, GO_ON) == 0) {
      goOn(set.performanceId(), when, BEGIN);
    }
    WaitingRoomTerms terms = set.terms();
    tables
        .sql(TERMS)
        .param("lobbyOpensAt", terms == null ? null : time(terms.lobbyOpensAt()), Types.TIMESTAMP)
        .param("opensAt", terms == null ? null : time(terms.opensAt()), Types.TIMESTAMP)
        .param(
            "admissionsPerSecond",
            terms == null ? null : terms.admissionsPerSecond(),
            Types.INTEGER)
        .param(
            "beacon",
            terms == null || terms.beacon() == null ? null : terms.beacon().value(),
            Types.VARCHAR)
        .param("performance", set.performanceId().value())
        .param("position", when.position())
        .update();
    changed(set.performanceId(), when);
  }

  void apply(WaitingRoomEvent event, Moment when) {
    if (goOn(event.performanceId(), when, GO_ON) == 0) {
      throw new IllegalStateException(
          "Expected " + event.performanceId() + " to have a waiting room, but it never was set");
    }
    switch (event) {
      case LobbyOpened opened ->
          set(event, when, "phase = 'LOBBY', seed_hash = ?", opened.seedHash().value());
      case LobbyClosed closed ->
          set(
              event,
              when,
              "phase = 'DRAWING', entrants = ?, list_hash = ?",
              closed.entrants(),
              closed.listHash().value());
      case BeaconRead read -> set(event, when, "beacon_value = ?", read.value().value());
      case RoomOpened opened -> set(event, when, "phase = 'OPEN', seed = ?", opened.seed().value());
      case RateChanged rate ->
          set(event, when, "admissions_per_minute = ?", rate.admissionsPerMinute());
    }
    changed(event.performanceId(), when);
  }

  private int goOn(PerformanceId performance, Moment when, String how) {
    return tables
        .sql(how)
        .param("performance", performance.value())
        .param("position", when.position())
        .param("at", time(when.at()))
        .update();
  }

  private void set(WaitingRoomEvent event, Moment when, String changes, Object... values) {
    UUID performance = event.performanceId().value();
    tables
        .sql("update waiting_room set " + changes + " where performance_id = ? and position = ?")
        .params(values)
        .param(performance)
        .param(when.position())
        .update();
  }

  private void changed(PerformanceId performance, Moment when) {
    tables
        .sql(
            """
            update performance set changed_position = :position, changed_at = :at
            where performance_id = :performance and changed_position < :position
            """)
        .param("position", when.position())
        .param("at", time(when.at()))
        .param("performance", performance.value())
        .update();
  }

  private static Timestamp time(Instant instant) {
    return Timestamp.from(instant);
  }
}
