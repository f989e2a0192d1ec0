package org.counterfoil.domain.seating;

/**
 * One thing that is wrong with a seating plan.
 *
 * @param path where in the file, such as {@code sections[0].rows[2].seats[5]}
 * @param message in the form "Expected …, but …"; names the repeated or unknown value
 */
public record PlanFault(String path, String message) {}
