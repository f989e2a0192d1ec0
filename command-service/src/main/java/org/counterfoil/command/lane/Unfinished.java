package org.counterfoil.command.lane;

import java.util.function.Consumer;

/**
 * What a process that starts must be reminded of, because the one before it set a timer and is
 * gone. Read from the log; one that is told too often does no harm, one that is missed is never
 * done.
 */
@FunctionalInterface
interface Unfinished {

  void forEach(Consumer<Reminder> action);
}
