package org.counterfoil.domain;

import java.util.List;

/**
 * What a decider answers: the facts that follow, or the refusal. A refusal is a returned value, not
 * an exception, and leaves no trace.
 */
public sealed interface Decision<E extends Event> {

  /** Accepted; {@code events} may be empty where the wish was fulfilled already. */
  record Accepted<E extends Event>(List<E> events) implements Decision<E> {
    public Accepted {
      events = List.copyOf(events);
    }
  }

  /**
   * Refused.
   *
   * @param code why, from a closed list
   * @param detail one sentence in the form "Expected …, but …", free of personal data
   */
  record Rejected<E extends Event>(Rejection code, String detail) implements Decision<E> {

    /** The same refusal for another kind of event. */
    public <F extends Event> Rejected<F> as() {
      return new Rejected<>(code, detail);
    }
  }

  @SafeVarargs
  static <E extends Event> Decision<E> accept(E... events) {
    return new Accepted<>(List.of(events));
  }

  static <E extends Event> Decision<E> accept(List<E> events) {
    return new Accepted<>(events);
  }

  static <E extends Event> Decision<E> reject(Rejection code, String detail) {
    return new Rejected<>(code, detail);
  }
}
