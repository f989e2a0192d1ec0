package org.counterfoil.query.live;

/**
 * An answer as it is streamed.
 *
 * @param position of the log, which it reflects
 * @param version grows whenever the answer is another; a position as well
 * @param body JSON, without line breaks
 */
public record LiveAnswer(long position, long version, String body) {}
