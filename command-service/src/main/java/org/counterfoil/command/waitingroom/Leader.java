package org.counterfoil.command.waitingroom;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.counterfoil.command.lane.Answer;
import org.counterfoil.command.lane.Lanes;
import org.counterfoil.command.lane.Outcome;
import org.counterfoil.command.lane.Submission;
import org.counterfoil.command.waitingroom.AdmissionPace.Turn;
import org.counterfoil.command.waitingroom.Room.View;
import org.counterfoil.command.waitingroom.VisitorTables.Step;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Rejection;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.Entrants;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ChangeRate;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.CloseLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenRoom;
import org.counterfoil.domain.waitingroom.WaitingRoomRejection;
import org.counterfoil.domain.waitingroom.WaitingRoomTerms;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Moves waiting rooms on when their time has come: opens lobbies, closes them, opens rooms, lets
 * visitors in. Every step may be repeated, so that the next leader goes on wherever this one fell.
 */
final class Leader {

  private static final Logger LOG = LoggerFactory.getLogger(Leader.class);

  private final Leadership leadership;
  private final Rooms rooms;
  private final VisitorTables tables;
  private final Doors doors;
  private final WaitingRoomTokens tokens;
  private final Lanes lanes;
  private final Supplier<UUID> ids;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();
  private final Map<PerformanceId, AdmissionPace> paces = new HashMap<>();

  Leader(
      Leadership leadership,
      Rooms rooms,
      VisitorTables tables,
      Doors doors,
      WaitingRoomTokens tokens,
      Lanes lanes,
      Supplier<UUID> ids,
      Clock clock) {
    this.leadership = leadership;
    this.rooms = rooms;
    this.tables = tables;
    this.doors = doors;
    this.tokens = tokens;
    this.lanes = lanes;
    this.ids = ids;
    this.clock = clock;
  }

  /** One round over all rooms, where this node leads. */
  void round() {
    try {
      Connection connection = leadership.take();
      if (connection == null) {
        paces.clear();
        return;
      }
      for (Room room : rooms.all()) {
        move(room, connection);
      }
    } catch (SQLException failed) {
      throw new IllegalStateException("The leader's connection failed", failed);
    }
  }

  private void move(Room room, Connection connection) throws SQLException {
    View view = room.view();
    WaitingRoomTerms terms = view.commitments().terms();
    if (terms == null) {
      return;
    }
    Instant now = clock.instant();
    PerformanceId id = room.performance();
    switch (view.phase()) {
      case NONE, ENDED -> {}
      case ANNOUNCED -> {
        if (!now.isBefore(terms.lobbyOpensAt())) {
          submit(new OpenLobby(id, tables.seedOf(id, newSeed()).hash()));
        }
      }
      case LOBBY -> {
        if (!now.isBefore(terms.opensAt())) {
          closeLobby(id);
        }
      }
      case DRAWING -> {
        if (terms.beacon() == null || view.commitments().beaconRead() != null) {
          submit(new OpenRoom(id, tables.seedOf(id, newSeed())));
        }
      }
      case OPEN -> letIn(room, view, connection, now);
    }
  }

  private void closeLobby(PerformanceId id) {
    doors.closeLobby(id);
    Entrants entrants = tables.entrants(id);
    Rejection refusal = submit(new CloseLobby(id, entrants.count(), entrants.listHash()));
    if (refusal == WaitingRoomRejection.ROOM_NOT_OPEN) {
      doors.reopenLobby(id); // it was put off in this very moment
    }
  }

  private void letIn(Room room, View view, Connection connection, Instant now) throws SQLException {
    AdmissionPace pace =
        paces.computeIfAbsent(room.performance(), id -> new AdmissionPace(room, tokens));
    Turn turn = pace.next(view, now);
    if (turn == null) {
      return;
    }
    if (turn.admitted() > turn.from()) {
      Step step = new Step(turn.admitted(), now);
      if (VisitorTables.admit(connection, room.performance(), turn.from(), step)) {
        pace.spend(turn);
      } else {
        pace.forget();
      }
    }
    if (turn.isToBeRecorded()) {
      pace.recorded(now);
      submit(
          new ChangeRate(
              room.performance(),
              turn.perMinute(),
              turn.control().placesLeft(),
              turn.control().unfinished()));
    }
  }

  /** Decides, and sees at once what came of it; answers the refusal, if it was refused. */
  private @Nullable Rejection submit(WaitingRoomCommand command) {
    Outcome outcome =
        lanes.submit(
            new Submission(command, Actor.SYSTEM, ids.get(), events -> new Answer(204, ""), null));
    if (outcome instanceof Outcome.Refused refused) {
      LOG.warn("A waiting room was not moved on: {}, {}", refused.code(), refused.detail());
      return refused.code();
    }
    rooms.refresh();
    return null;
  }

  private Seed newSeed() {
    byte[] bytes = new byte[32];
    random.nextBytes(bytes);
    return Seed.of(bytes);
  }
}
