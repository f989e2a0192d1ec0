/** Makes the tree follow the log, signs checkpoints of it, and sends them out of the house. */
@NullMarked
package org.counterfoil.eventstore.integrity.growth;

import org.jspecify.annotations.NullMarked;
