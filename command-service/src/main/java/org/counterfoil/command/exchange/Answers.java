package org.counterfoil.command.exchange;

import org.counterfoil.command.lane.Answer;
import org.counterfoil.eventstore.codec.DomainJson;

/** Makes answers of values. */
public final class Answers {

  private static final Answer NO_CONTENT = new Answer(204, "");

  private Answers() {}

  public static Answer ok(Object body) {
    return new Answer(200, json(body));
  }

  /** The first field of the body names what was created. */
  public static Answer created(Object body) {
    return new Answer(201, json(body));
  }

  public static Answer accepted(Object body) {
    return new Answer(202, json(body));
  }

  public static Answer noContent() {
    return NO_CONTENT;
  }

  private static String json(Object body) {
    return DomainJson.mapper().writeValueAsString(body);
  }
}
