package org.counterfoil.command.imports;

import org.jspecify.annotations.Nullable;

/**
 * A fault in a file; never what stands there.
 *
 * @param line from 1, the head included
 * @param column as it is called in the head; missing where it is the whole line
 */
record LineFault(int line, @Nullable String column, FaultCode code) {}
