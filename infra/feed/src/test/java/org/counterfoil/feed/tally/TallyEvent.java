package org.counterfoil.feed.tally;

import java.util.UUID;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;

/** What happens to a tally. */
public sealed interface TallyEvent extends Event {

  UUID tally();

  /** Something was counted. */
  @EventType(name = "tally.counted", revision = 1)
  record Counted(UUID tally, long amount) implements TallyEvent {}

  /** It begins again at zero: whoever applies it at another place gets another sum. */
  @EventType(name = "tally.cleared", revision = 1)
  record Cleared(UUID tally) implements TallyEvent {}

  /** Of no interest to the projection. */
  @EventType(name = "remark.made", revision = 1)
  record Remarked(UUID about) implements Event {}

  /** Known to whoever wrote it, but not to every reader. */
  @EventType(name = "tally.invented", revision = 1)
  record Invented(UUID tally) implements Event {}
}
