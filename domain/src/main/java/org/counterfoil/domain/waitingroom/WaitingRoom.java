package org.counterfoil.domain.waitingroom;

import java.util.Objects;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.BeaconRead;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.LobbyClosed;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.LobbyOpened;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RateChanged;
import org.counterfoil.domain.waitingroom.WaitingRoomEvent.RoomOpened;
import org.jspecify.annotations.Nullable;

/** The state of a performance's waiting room: its terms, and what it has committed to. */
public final class WaitingRoom {

  private @Nullable WaitingRoomTerms terms;
  @Nullable LobbyOpened lobbyOpened;
  @Nullable LobbyClosed lobbyClosed;
  @Nullable BeaconRead beaconRead;
  @Nullable RoomOpened opened;
  @Nullable RateChanged rate;

  /** Where a waiting room stands. */
  public enum Phase {
    /** There is none. */
    NONE,
    /** It is announced; its lobby is not open yet. */
    ANNOUNCED,
    /** Visitors come in and await the draw. */
    LOBBY,
    /** The lobby is closed, and the draw is about to be made. */
    DRAWING,
    /** Visitors are let in. */
    OPEN,
    /** It was open, and is not needed any more. */
    ENDED
  }

  /** Everything about a waiting room, for a snapshot. */
  public record Copy(
      @Nullable WaitingRoomTerms terms,
      @Nullable LobbyOpened lobbyOpened,
      @Nullable LobbyClosed lobbyClosed,
      @Nullable BeaconRead beaconRead,
      @Nullable RoomOpened opened,
      @Nullable RateChanged rate) {}

  /** Changes the terms; none for a performance without a waiting room. */
  public void set(@Nullable WaitingRoomTerms changed) {
    terms = changed;
  }

  public Phase phase() {
    if (terms == null) {
      return opened == null ? Phase.NONE : Phase.ENDED;
    }
    if (lobbyOpened == null) {
      return Phase.ANNOUNCED;
    }
    if (lobbyClosed == null) {
      return Phase.LOBBY;
    }
    return opened == null ? Phase.DRAWING : Phase.OPEN;
  }

  /** Whether buyers need an admission to place a hold. */
  public boolean isNeeded() {
    return terms != null;
  }

  public @Nullable WaitingRoomTerms terms() {
    return terms;
  }

  /** The terms; asking where there is no waiting room is an error. */
  public WaitingRoomTerms termsInForce() {
    return Objects.requireNonNull(terms, "Expected a waiting room, but there is none");
  }

  public Copy copy() {
    return new Copy(terms, lobbyOpened, lobbyClosed, beaconRead, opened, rate);
  }

  /** Becomes what a copy was taken of. */
  public void restore(Copy copy) {
    terms = copy.terms();
    lobbyOpened = copy.lobbyOpened();
    lobbyClosed = copy.lobbyClosed();
    beaconRead = copy.beaconRead();
    opened = copy.opened();
    rate = copy.rate();
  }
}
