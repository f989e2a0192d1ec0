package org.counterfoil.feed.projection;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who wants to hear of changes; one that fails harms neither the projection nor the others. */
final class ChangeListeners {

  private static final Logger LOG = LoggerFactory.getLogger(ChangeListeners.class);

  private final List<Consumer<ProjectionChange>> listeners = new CopyOnWriteArrayList<>();

  ProjectionRunner.Subscription add(Consumer<ProjectionChange> listener) {
    listeners.add(listener);
    return () -> listeners.remove(listener);
  }

  void tell(ProjectionChange change) {
    for (Consumer<ProjectionChange> listener : listeners) {
      try {
        listener.accept(change);
      } catch (RuntimeException e) {
        LOG.error("Expected a listener to take a change, but it failed", e);
      }
    }
  }
}
