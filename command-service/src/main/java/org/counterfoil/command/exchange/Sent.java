package org.counterfoil.command.exchange;

/**
 * A request's JSON body: what it says, and the hash by which a repetition is known.
 *
 * @param sha256 of the bytes as they were sent, in hexadecimal
 */
public record Sent<T>(T value, String sha256) {}
