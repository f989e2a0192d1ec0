package org.counterfoil.command.desk;

import org.counterfoil.domain.Command;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.Event;

/**
 * Where commands of one kind are handled.
 *
 * @param <C> the commands, a sealed type
 */
@FunctionalInterface
interface Desk<C extends Command> {

  /** Decides, and records what was accepted in the current unit of work. */
  Decision<? extends Event> handle(C command, Taken taken);
}
