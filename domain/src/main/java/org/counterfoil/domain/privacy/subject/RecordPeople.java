package org.counterfoil.domain.privacy.subject;

import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.jspecify.annotations.Nullable;

/**
 * Records what is told of people, all of it or nothing, and together with the order that it is told
 * for, where there is one. It is one person, or all are new: whose stream begins here is known in
 * no other lane before this is stored.
 *
 * @param order that is placed with it; missing for none
 * @param about in the order in which it was told; at least one
 */
public record RecordPeople(@Nullable Command order, List<SubjectCommand> about) implements Command {

  public RecordPeople {
    about = List.copyOf(about);
    if (about.isEmpty()) {
      throw new IllegalArgumentException("Expected something about somebody, but there is nothing");
    }
  }

  @Override
  public UUID laneKey() {
    return order == null ? about.getFirst().laneKey() : order.laneKey();
  }

  @Override
  public List<UUID> otherLaneKeys() {
    return order == null ? List.of() : order.otherLaneKeys();
  }

  /** Whose streams it adds to, each once. */
  public List<UUID> people() {
    return about.stream().map(SubjectCommand::laneKey).distinct().toList();
  }
}
