package org.counterfoil.eventstore.check;

/**
 * Something that must not be.
 *
 * @param position of the event that broke it; where something is missing, of the last event
 * @param what in words, free of personal data: ids of things, seats, numbers
 */
public record Finding(Invariant invariant, long position, String what) {}
