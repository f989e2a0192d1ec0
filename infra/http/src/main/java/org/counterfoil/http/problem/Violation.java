package org.counterfoil.http.problem;

/**
 * One thing that is wrong with the input.
 *
 * @param field where: a path such as {@code tickets[2].seatId}, or a parameter's or header's name
 * @param message what was expected; never the value that was sent, which may be about a person
 */
public record Violation(String field, String message) {}
