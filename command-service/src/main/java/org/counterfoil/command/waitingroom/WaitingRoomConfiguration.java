package org.counterfoil.command.waitingroom;

import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.function.ToIntFunction;
import javax.sql.DataSource;
import org.counterfoil.command.aggregate.PerformanceReplica;
import org.counterfoil.command.aggregate.PerformanceSnapshots;
import org.counterfoil.command.exchange.Timetable;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.waitingroom.Room.View;
import org.counterfoil.domain.seating.SeatingPlans;
import org.counterfoil.eventstore.id.TimeOrderedIds;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.eventstore.snapshot.SnapshotStore;
import org.counterfoil.http.access.Secrets;
import org.counterfoil.http.log.RolePool;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The parts of the waiting room, with a few connections of their own: nobody else waits for them.
 */
@Configuration(proxyBeanMethods = false)
public class WaitingRoomConfiguration {

  /** Joining, reading, leading, and one to find the leader's lock with. */
  private static final int CONNECTIONS = 4;

  private static final long READING_MILLIS = 250;
  private static final long LEADING_MILLIS = 200;

  @Bean
  HikariDataSource waitingRoomDataSource(Environment environment) {
    return RolePool.open(environment, DatabaseRoles.WRITER, CONNECTIONS);
  }

  @Bean
  WaitingRoomTokens waitingRoomTokens(Secrets secrets) {
    return new WaitingRoomTokens(secrets);
  }

  @Bean
  VisitorTables visitorTables(@Qualifier("waitingRoomDataSource") DataSource source) {
    return new VisitorTables(source);
  }

  @Bean
  Doors doors(@Qualifier("waitingRoomDataSource") DataSource source) {
    return new Doors(source);
  }

  @Bean
  Joining joining(Doors doors, Clock clock) {
    return new Joining(doors, clock);
  }

  @Bean
  Poll poll(WaitingRoomTokens tokens) {
    return new Poll(tokens);
  }

  @Bean
  Rooms rooms(
      EventLog log,
      VisitorTables tables,
      SnapshotStore snapshots,
      PerformanceSnapshots codec,
      SeatingPlans plans,
      MeterRegistry registry) {
    Rooms rooms =
        new Rooms(log, tables, id -> PerformanceReplica.load(id, snapshots, codec, plans));
    gauge(
        registry,
        rooms,
        "counterfoil.waiting-room.waiting",
        view -> view.visitors() - view.admitted().count());
    gauge(registry, rooms, "counterfoil.waiting-room.admitted", view -> view.admitted().count());
    return rooms;
  }

  private static void gauge(
      MeterRegistry registry, Rooms rooms, String name, ToIntFunction<View> value) {
    registry.gauge(name, rooms, all -> all.all().stream().map(Room::view).mapToInt(value).sum());
  }

  @Bean
  Repeating waitingRoomReading(Rooms rooms) {
    return new Repeating("waiting-room-reading", READING_MILLIS, rooms::refresh);
  }

  /**
   * {@code counterfoil.waiting-room.visitors-kept} is how long after a performance's end its
   * visitors are purged (a day where nobody says otherwise), {@code
   * counterfoil.waiting-room.sweep-every} how often that is looked after.
   */
  @Bean
  Repeating waitingRoomPurging(
      Rooms rooms, Doors doors, Timetable timetable, Clock clock, Environment environment) {
    VisitorPurge purge =
        new VisitorPurge(
            rooms,
            doors,
            id -> timetable.of(id).endsAt(),
            duration(environment, "visitors-kept", Duration.ofDays(1)));
    return new Repeating(
        "waiting-room-purging",
        duration(environment, "sweep-every", Duration.ofMinutes(10)).toMillis(),
        () -> purge.round(clock.instant()));
  }

  private static Duration duration(Environment environment, String name, Duration otherwise) {
    return environment.getProperty("counterfoil.waiting-room." + name, Duration.class, otherwise);
  }

  @Bean(destroyMethod = "close")
  Leadership waitingRoomLeadership(@Qualifier("waitingRoomDataSource") DataSource source) {
    return new Leadership(source);
  }

  @Bean
  Repeating waitingRoomLeading(
      Leadership leadership,
      Rooms rooms,
      VisitorTables tables,
      Doors doors,
      WaitingRoomTokens tokens,
      Lanes lanes,
      TimeOrderedIds ids,
      Clock clock) {
    Leader leader = new Leader(leadership, rooms, tables, doors, tokens, lanes, ids::next, clock);
    return new Repeating("waiting-room-leading", LEADING_MILLIS, leader::round);
  }
}
