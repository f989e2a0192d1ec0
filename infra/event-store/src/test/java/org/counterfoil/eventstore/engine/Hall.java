package org.counterfoil.eventstore.engine;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;
import java.util.function.Supplier;
import org.axonframework.eventsourcing.EventSourcingHandler;
import org.axonframework.modelling.command.AggregateIdentifier;
import org.axonframework.modelling.command.AggregateRoot;
import org.counterfoil.domain.seathold.SeatHoldEvent.HoldExtended;
import org.counterfoil.eventstore.snapshot.SnapshotCodec;

/** The smallest aggregate that has a state: it counts, and says where its count began. */
@AggregateRoot(type = "performance")
final class Hall {

  @AggregateIdentifier String id = "";
  int count;
  int appliedHere;

  @EventSourcingHandler
  void on(HoldExtended event) {
    id = event.performanceId().toString();
    count++;
    appliedHere++;
  }

  /** Keeps the identifier and the count. */
  record Snapshots(int stateVersion) implements SnapshotCodec<Hall> {

    @Override
    public String streamType() {
      return "performance";
    }

    @Override
    public Class<Hall> rootType() {
      return Hall.class;
    }

    @Override
    public Supplier<byte[]> copy(Hall root) {
      byte[] content = (root.id + "/" + root.count).getBytes(UTF_8);
      return () -> content;
    }

    @Override
    public Hall decode(byte[] content) {
      String[] parts = new String(content, UTF_8).split("/");
      Hall root = new Hall();
      root.id = UUID.fromString(parts[0]).toString();
      root.count = Integer.parseInt(parts[1]);
      return root;
    }
  }
}
