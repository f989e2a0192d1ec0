/** The tree's hashes in tiles of 256, as they are stored and published (C2SP tlog-tiles). */
@NullMarked
package org.counterfoil.eventstore.integrity.tile;

import org.jspecify.annotations.NullMarked;
