package org.counterfoil.domain.waitingroom;

import java.time.Instant;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.waitingroom.WaitingRoom.Phase;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ChangeRate;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.CloseLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenRoom;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ReadBeacon;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.BeaconRead;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.LobbyClosed;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.LobbyOpened;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RateChanged;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RoomOpened;

/**
 * Decides the phases of a waiting room. What was committed to is never changed: the same again is
 * accepted and changes nothing, anything else is refused.
 */
public final class WaitingRoomDecider
    implements Decider<WaitingRoomCommand, WaitingRoom, WaitingRoomEvent> {

  @Override
  public Decision<WaitingRoomEvent> decide(
      WaitingRoomCommand command, WaitingRoom state, Instant now) {
    if (!state.isNeeded()) {
      return Decision.reject(
          WaitingRoomRejection.NO_WAITING_ROOM,
          "Expected a performance with a waiting room, but "
              + command.performanceId()
              + " has none");
    }
    return switch (command) {
      case OpenLobby open -> openLobby(open, state, now);
      case CloseLobby close -> closeLobby(close, state, now);
      case ReadBeacon read -> readBeacon(read, state);
      case OpenRoom open -> openRoom(open, state);
      case ChangeRate change -> changeRate(change, state);
    };
  }

  private static Decision<WaitingRoomEvent> openLobby(
      OpenLobby open, WaitingRoom state, Instant now) {
    LobbyOpened event = new LobbyOpened(open.performanceId(), open.seedHash());
    if (state.lobbyOpened != null) {
      return again(state.lobbyOpened, event);
    }
    Instant opensAt = state.termsInForce().lobbyOpensAt();
    if (now.isBefore(opensAt)) {
      return Decision.reject(
          WaitingRoomRejection.LOBBY_NOT_OPEN,
          "Expected the lobby to be opened at " + opensAt + ", but it is " + now);
    }
    return Decision.accept(event);
  }

  private static Decision<WaitingRoomEvent> closeLobby(
      CloseLobby close, WaitingRoom state, Instant now) {
    LobbyClosed event = new LobbyClosed(close.performanceId(), close.entrants(), close.listHash());
    if (state.lobbyClosed != null) {
      return again(state.lobbyClosed, event);
    }
    if (state.lobbyOpened == null) {
      return Decision.reject(
          WaitingRoomRejection.LOBBY_NOT_OPEN, "Expected an open lobby, but it never opened");
    }
    Instant opensAt = state.termsInForce().opensAt();
    if (now.isBefore(opensAt)) {
      return Decision.reject(
          WaitingRoomRejection.ROOM_NOT_OPEN,
          "Expected the lobby to be closed at " + opensAt + ", but it is " + now);
    }
    return Decision.accept(event);
  }

  private static Decision<WaitingRoomEvent> readBeacon(ReadBeacon read, WaitingRoom state) {
    if (state.lobbyClosed == null) {
      return Decision.reject(
          WaitingRoomRejection.LOBBY_NOT_CLOSED,
          "Expected a value from after the lobby has closed, but it has not");
    }
    if (state.termsInForce().beacon() == null) {
      return Decision.reject(
          WaitingRoomRejection.NO_BEACON_NAMED,
          "Expected a value whose source was named beforehand, but none was");
    }
    BeaconRead event = new BeaconRead(read.performanceId(), read.value());
    return state.beaconRead == null ? Decision.accept(event) : again(state.beaconRead, event);
  }

  private static Decision<WaitingRoomEvent> openRoom(OpenRoom open, WaitingRoom state) {
    if (state.lobbyOpened == null || state.lobbyClosed == null) {
      return Decision.reject(
          WaitingRoomRejection.LOBBY_NOT_CLOSED,
          "Expected the lobby to be closed before the draw, but it is not");
    }
    BeaconValue beacon = state.beaconRead == null ? null : state.beaconRead.value();
    if (state.termsInForce().beacon() != null && beacon == null) {
      return Decision.reject(
          WaitingRoomRejection.BEACON_AWAITED,
          "Expected the value that was named beforehand, but nobody has told it yet");
    }
    if (!open.seed().hash().equals(state.lobbyOpened.seedHash())) {
      return Decision.reject(
          WaitingRoomRejection.NOT_WHAT_WAS_COMMITTED,
          "Expected the seed whose hash is "
              + state.lobbyOpened.seedHash()
              + ", but that of this one is "
              + open.seed().hash());
    }
    return state.opened == null
        ? Decision.accept(new RoomOpened(open.performanceId(), open.seed(), beacon))
        : Decision.accept();
  }

  private static Decision<WaitingRoomEvent> changeRate(ChangeRate change, WaitingRoom state) {
    if (state.phase() != Phase.OPEN) {
      return Decision.reject(
          WaitingRoomRejection.ROOM_NOT_OPEN, "Expected an open waiting room, but it is not");
    }
    boolean isSame =
        state.rate != null && state.rate.admissionsPerMinute() == change.admissionsPerMinute();
    return isSame
        ? Decision.accept()
        : Decision.accept(
            new RateChanged(
                change.performanceId(),
                change.admissionsPerMinute(),
                change.placesLeft(),
                change.unfinished()));
  }

  private static Decision<WaitingRoomEvent> again(WaitingRoomEvent known, WaitingRoomEvent asked) {
    return known.equals(asked)
        ? Decision.accept()
        : Decision.reject(
            WaitingRoomRejection.NOT_WHAT_WAS_COMMITTED,
            "Expected " + known + ", which is recorded, but got " + asked);
  }

  @Override
  public void evolve(WaitingRoom state, WaitingRoomEvent event) {
    switch (event) {
      case LobbyOpened lobbyOpened -> state.lobbyOpened = lobbyOpened;
      case LobbyClosed lobbyClosed -> state.lobbyClosed = lobbyClosed;
      case BeaconRead beaconRead -> state.beaconRead = beaconRead;
      case RoomOpened opened -> state.opened = opened;
      case RateChanged rate -> state.rate = rate;
    }
  }
}
