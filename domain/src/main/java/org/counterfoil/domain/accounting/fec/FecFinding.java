package org.counterfoil.domain.accounting.fec;

/**
 * A fault and where it is.
 *
 * @param line from 1, the header's; 0 for the file as a whole
 * @param detail "Expected …, but …"
 */
public record FecFinding(FecFault fault, long line, String detail) {}
