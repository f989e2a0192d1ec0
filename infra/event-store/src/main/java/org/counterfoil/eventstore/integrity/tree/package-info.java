/** The Merkle tree: its hashes, how it grows, its proofs and how they are checked (RFC 9162). */
@NullMarked
package org.counterfoil.eventstore.integrity.tree;

import org.jspecify.annotations.NullMarked;
