/**
 * Proves that the log was not changed: a Merkle tree over its entries, signed, and its verifier.
 */
@NullMarked
package org.counterfoil.eventstore.integrity;

import org.jspecify.annotations.NullMarked;
