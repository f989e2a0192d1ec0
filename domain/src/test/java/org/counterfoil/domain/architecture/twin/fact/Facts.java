package org.counterfoil.domain.architecture.twin.fact;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;

/** Events as they must not be. */
public interface Facts {

  /** Has no stored name. */
  record Nameless() implements Event {}

  /** Is no record. */
  @EventType(name = "fact.happened", revision = 1)
  final class Mutable implements Event {}

  /** Has the name of another. */
  @EventType(name = "fact.happened", revision = 1)
  record Twice() implements Event {}

  /** Has a name in another form. */
  @EventType(name = "FactHappened", revision = 1)
  record Shouted() implements Event {}

  /** Has no revision. */
  @EventType(name = "fact.unrevised", revision = 0)
  record Unrevised() implements Event {}
}
