package org.counterfoil.eventstore.integrity.verify;

/**
 * Something that is wrong.
 *
 * @param position the event it is about; where it is about several, the first of them; of a
 *     checkpoint, the first that it would not cover
 * @param what in words, free of personal data
 */
public record Finding(Flaw flaw, long position, String what) {}
