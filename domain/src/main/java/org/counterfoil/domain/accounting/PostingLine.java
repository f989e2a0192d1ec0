package org.counterfoil.domain.accounting;

/**
 * One line of an entry.
 *
 * @param debitMinor what it debits, in minor units; negative for a credit, never 0
 */
public record PostingLine(LineAccount account, long debitMinor) {}
