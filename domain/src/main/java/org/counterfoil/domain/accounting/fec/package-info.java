/**
 * Entries in the format that the French tax office reads (fichier des écritures comptables, art.
 * A47 A-1 LPF): how a line is written, and what is wrong with a file.
 */
@NullMarked
package org.counterfoil.domain.accounting.fec;

import org.jspecify.annotations.NullMarked;
