/** Axon's storage engine on PostgreSQL: dense positions in commit order. */
@NullMarked
package org.counterfoil.eventstore.engine;

import org.jspecify.annotations.NullMarked;
