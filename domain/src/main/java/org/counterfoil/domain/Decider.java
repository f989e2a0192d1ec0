package org.counterfoil.domain;

import java.time.Instant;

/**
 * Decides commands and applies events. Both are pure: no clock, no randomness, no id making; time
 * and ids come in with the call. Live handling and replay use the same {@link #evolve}.
 *
 * @param <C> the commands, a sealed type
 * @param <S> the state, changed in place by {@link #evolve} and by nothing else
 * @param <E> the events, a sealed type
 */
public interface Decider<C extends Command, S, E extends Event> {

  /**
   * Answers what the command leads to. MUST NOT change {@code state}.
   *
   * @param now when the command was taken; never earlier than the stream's last event
   */
  Decision<E> decide(C command, S state, Instant now);

  /** Applies a fact. MUST accept every event that {@link #decide} ever returned. */
  void evolve(S state, E event);
}
