package org.counterfoil.command.lane;

import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.Event;
import org.counterfoil.vault.Sealed;
import org.jspecify.annotations.Nullable;

/**
 * A command on its way into a lane.
 *
 * @param cause the id of the request, notification or timer that led to it
 * @param answering makes the answer from the events; runs on the lane's worker, MUST be quick, and
 *     is called again where a batch is decided again
 * @param idempotency under what the answer is kept, in the same transaction as the events; missing
 *     where it is not
 * @param sealed what was told of people, encrypted; stored in that transaction as well
 */
public record Submission(
    Command command,
    Actor actor,
    UUID cause,
    Function<List<Event>, Answer> answering,
    @Nullable IdempotencyKey idempotency,
    List<? extends Sealed> sealed) {

  public Submission {
    sealed = List.copyOf(sealed);
  }

  /** Without anything told of people. */
  public Submission(
      Command command,
      Actor actor,
      UUID cause,
      Function<List<Event>, Answer> answering,
      @Nullable IdempotencyKey idempotency) {
    this(command, actor, cause, answering, idempotency, List.of());
  }
}
