package org.counterfoil.feed.projection;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.counterfoil.feed.FeedPosition;

/**
 * Builds all rows anew, up to exactly where the live ones are, and compares. The live ones wait
 * while the last events are drained and a snapshot of both is taken; comparing happens on the
 * snapshot, while they go on.
 */
final class EqualityCheck {

  private final ProjectionParts parts;
  private final ProjectionTables live;
  private final ShadowBuild rebuilt;
  private final Clock clock;

  EqualityCheck(ProjectionParts parts, ProjectionTables live, Clock clock) {
    this.parts = parts;
    this.live = live;
    this.rebuilt = new ShadowBuild(parts, parts.check(), position -> {});
    this.clock = clock;
  }

  EqualityResult run(LiveCommands commands) throws InterruptedException {
    Instant begun = clock.instant();
    rebuilt.create();
    try {
      rebuilt.setAside(parked());
      Rebuild.catchUp(rebuilt, live);
      FeedPosition at;
      TableComparing comparing;
      try (LiveCommands.Pause pause = commands.pause()) {
        live.load();
        at = live.reached();
        rebuilt.setAside(parked());
        rebuilt.fillUntil(at);
        comparing = TableComparing.begin(parts.work().dataSource(), parts.live(), parts.check());
      }
      try (comparing) {
        List<EqualityResult.TableComparison> tables = comparing.compare();
        Instant ended = clock.instant();
        return new EqualityResult(at, tables, ended, Duration.between(begun, ended));
      }
    } finally {
      rebuilt.drop();
    }
  }

  /** What the live tables do not reflect, the new ones shall not either. */
  private Map<Long, Boolean> parked() {
    return parts
        .work()
        .in(parts.live(), (tables, transaction) -> parts.parking().discardedByPosition(tables));
  }
}
