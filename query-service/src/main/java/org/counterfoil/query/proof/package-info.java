/** Answers what proves the log: checkpoints, keys, proofs, tiles, entries, a ticket's bundle. */
@NullMarked
package org.counterfoil.query.proof;

import org.jspecify.annotations.NullMarked;
