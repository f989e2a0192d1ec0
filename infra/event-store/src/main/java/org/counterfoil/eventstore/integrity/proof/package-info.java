/** Proofs for those who ask: of one entry, of growth, and of one ticket as a bundle. */
@NullMarked
package org.counterfoil.eventstore.integrity.proof;

import org.jspecify.annotations.NullMarked;
