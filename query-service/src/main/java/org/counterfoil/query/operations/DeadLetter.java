package org.counterfoil.query.operations;

import java.time.Instant;

/**
 * An event that a projection could not apply, or that waits behind one.
 *
 * @param key whose answers are held back meanwhile
 * @param reason what failed, or {@code HELD_BACK} where it was not tried
 * @param mayDiscard whether an operator may give it up
 */
public record DeadLetter(
    String projection,
    long position,
    String key,
    String eventName,
    String reason,
    Instant firstAttempt,
    Instant lastAttempt,
    boolean mayDiscard) {}
