package org.counterfoil.query.given;

import java.util.List;
import java.util.Random;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.performance.OnsaleWindow;
import org.counterfoil.domain.performance.PerformanceCommand.SetOnsale;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.waitingroom.BeaconValue;
import org.counterfoil.domain.waitingroom.DrawHash;
import org.counterfoil.domain.waitingroom.Seed;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ChangeRate;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.CloseLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenLobby;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.OpenRoom;
import org.counterfoil.domain.waitingroom.WaitingRoomCommand.ReadBeacon;
import org.counterfoil.domain.waitingroom.WaitingRoomWish;

/** Waiting rooms that are announced, changed, moved on and given up, by chance. */
final class QueueingByChance {

  private static final PublicLabel BEACON = new PublicLabel("drand quicknet, round 14500000");

  private final BoxOffice office;
  private final Random random;

  QueueingByChance(BoxOffice office, Random random) {
    this.office = office;
    this.random = random;
  }

  void act(PerformanceId performance) {
    if (random.nextInt(6) == 0) {
      set(performance);
      return;
    }
    Seed seed = new Seed("%064x".formatted(performance.value().getLeastSignificantBits()));
    switch (office.seats(performance).performance().waitingRoom().phase()) {
      case NONE -> set(performance);
      case ANNOUNCED -> office.decide(new OpenLobby(performance, seed.hash()));
      case LOBBY -> office.decide(new CloseLobby(performance, random.nextInt(90_000), anyHash()));
      case DRAWING -> {
        office.decide(new ReadBeacon(performance, new BeaconValue("b" + random.nextInt(1_000))));
        office.decide(new OpenRoom(performance, seed));
      }
      case OPEN ->
          office.decide(
              new ChangeRate(
                  performance, random.nextInt(600), random.nextInt(100), random.nextInt(50)));
      case ENDED -> {}
    }
  }

  private void set(PerformanceId performance) {
    PublicLabel beacon = random.nextBoolean() ? BEACON : null;
    WaitingRoomWish wish =
        random.nextInt(4) == 0
            ? null
            : new WaitingRoomWish(null, 1 + random.nextInt(100), 600, beacon);
    office.decide(new SetOnsale(performance, new OnsaleWindow(null, null), List.of(), wish));
  }

  private DrawHash anyHash() {
    return new DrawHash("%064x".formatted(random.nextLong()));
  }
}
