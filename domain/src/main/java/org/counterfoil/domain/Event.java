package org.counterfoil.domain;

/**
 * A stored fact, named in the past tense. Every concrete event is a record annotated with {@link
 * EventType}; its components hold identifiers, codes, amounts, times and {@link PublicLabel}s,
 * never free text about a person.
 */
public interface Event {}
