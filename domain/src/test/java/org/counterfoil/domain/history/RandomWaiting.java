package org.counterfoil.domain.history;

import static org.counterfoil.domain.Theatre.PERFORMANCE;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Desk;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.seathold.AdmissionId;
import org.counterfoil.domain.waitingroom.BeaconValue;
import org.counterfoil.domain.waitingroom.DrawHash;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ChangeRate;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.CloseLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenRoom;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ReadBeacon;
import org.counterfoil.domain.waitingroom.WaitingRoomWish;
import org.jspecify.annotations.Nullable;

/** Moves the waiting room on, mostly in order; and shows admissions, new, used and none. */
final class RandomWaiting {

  private static final PublicLabel BEACON = new PublicLabel("drand quicknet, round 14500000");

  private final Random random;
  private final Desk desk;
  private final Seed seed = new Seed("ab".repeat(32));
  private final Seed forged = new Seed("cd".repeat(32));
  private final DrawHash list = new DrawHash("01".repeat(32));
  private final List<AdmissionId> shown = new ArrayList<>();

  RandomWaiting(Random random, Desk desk) {
    this.random = random;
    this.desk = desk;
  }

  /** Whether there is something that should happen soon. */
  boolean isUnderway() {
    return switch (desk.performance().waitingRoom().phase()) {
      case NONE, OPEN, ENDED -> false;
      case ANNOUNCED, LOBBY, DRAWING -> true;
    };
  }

  @Nullable WaitingRoomWish wish() {
    return random.nextInt(3) == 0
        ? null
        : new WaitingRoomWish(
            null, 1 + random.nextInt(100), 600, random.nextInt(3) == 0 ? BEACON : null);
  }

  Command next() {
    Seed told = random.nextInt(10) == 0 ? forged : seed;
    return switch (desk.performance().waitingRoom().phase()) {
      case NONE, ANNOUNCED, ENDED -> new OpenLobby(PERFORMANCE, told.hash());
      case LOBBY -> new CloseLobby(PERFORMANCE, random.nextInt(3), list);
      case DRAWING ->
          random.nextBoolean()
              ? new ReadBeacon(PERFORMANCE, new BeaconValue("b" + random.nextInt(2)))
              : new OpenRoom(PERFORMANCE, told);
      case OPEN -> new ChangeRate(PERFORMANCE, random.nextInt(4), 10, 5);
    };
  }

  @Nullable AdmissionId admission() {
    int dice = random.nextInt(10);
    if (dice == 0) {
      return null;
    }
    if (dice == 1 && !shown.isEmpty()) {
      return shown.get(random.nextInt(shown.size()));
    }
    AdmissionId fresh = new AdmissionId(new UUID(7, shown.size()));
    shown.add(fresh);
    return fresh;
  }
}
