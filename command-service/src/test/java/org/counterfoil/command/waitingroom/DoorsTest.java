package org.counterfoil.command.waitingroom;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.command.waitingroom.Doors.Joined;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.domain.waitingroom.VisitorId;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataRetrievalFailureException;

/** Who is in the draw, who is after it, and when nobody is in the room any more. */
class DoorsTest {

  private static final TestDatabase DATABASE = new TestDatabase();
  private static final Instant NOW = Instant.parse("2026-12-01T12:00:00Z");

  private final Doors doors = new Doors(DATABASE.as(DatabaseRoles.WRITER));
  private final VisitorTables tables = new VisitorTables(DATABASE.as(DatabaseRoles.WRITER));
  private final PerformanceId room = new PerformanceId(UUID.randomUUID());

  @BeforeEach
  void open() {
    tables.seedOf(room, Seed.of(new byte[32]));
  }

  private static VisitorId visitor(int n) {
    byte[] id = new byte[32];
    id[31] = (byte) n;
    return VisitorId.of(id);
  }

  private Joined join(int n) {
    Joined joined = doors.join(room, List.of(visitor(n)), NOW).get(visitor(n));
    return joined == null ? Joined.LATER : joined;
  }

  @Test
  void whoeverComesAfterTheClosingIsAfterTheDraw() {
    assertThat(join(1)).isEqualTo(Joined.IN_THE_LOBBY);
    doors.closeLobby(room);

    assertThat(join(2)).isEqualTo(Joined.LATER);
    assertThat(join(1)).isEqualTo(Joined.BEFORE_THE_DRAW);
    assertThat(tables.entrants(room).count()).isEqualTo(1);
    assertThat(tables.arrivals(room, 0)).containsExactly(visitor(2));
  }

  /** An opening that is put off in the very moment of it; the test above is its control. */
  @Test
  void whereTheLobbyIsOpenedAgainEverybodyIsInTheDraw() {
    join(1);
    doors.closeLobby(room);
    join(2);

    doors.reopenLobby(room);

    assertThat(join(3)).isEqualTo(Joined.IN_THE_LOBBY);
    assertThat(tables.entrants(room).count()).isEqualTo(3);
    assertThat(tables.countEntrants(room)).isEqualTo(3);
    assertThat(tables.arrivals(room, 0)).isEmpty();
    doors.closeLobby(room);
    assertThat(join(2)).isEqualTo(Joined.BEFORE_THE_DRAW);
    assertThat(join(4)).isEqualTo(Joined.LATER);
    assertThat(tables.arrivals(room, 0)).as("places are dense again").containsExactly(visitor(4));
  }

  @Test
  void whatIsPurgedIsGone_andNobodyComesInAnyMore() {
    PerformanceId other = new PerformanceId(UUID.randomUUID());
    tables.seedOf(other, Seed.of(new byte[32]));
    doors.join(other, List.of(visitor(9)), NOW);
    join(1);
    assertThat(tables.isPurged(room)).isFalse();

    assertThat(doors.purge(room, NOW)).isEqualTo(1);
    assertThat(doors.purge(room, NOW)).isZero();

    assertThat(tables.isPurged(room)).isTrue();
    assertThat(tables.entrants(room).count()).isZero();
    assertThat(tables.entrants(other).count()).as("of this room only").isEqualTo(1);
    assertThatThrownBy(() -> join(2)).isInstanceOf(DataRetrievalFailureException.class);
  }
}
