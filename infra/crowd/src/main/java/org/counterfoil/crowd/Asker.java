package org.counterfoil.crowd;

import org.counterfoil.crowd.plan.Visitor;

/** Who sends a request. */
enum Asker {
  PERSON,
  BOT,
  /** The run itself, to see how things stand: nobody of the crowd, and counted apart. */
  RUN;

  static Asker of(Visitor visitor) {
    return visitor.isBot() ? BOT : PERSON;
  }
}
