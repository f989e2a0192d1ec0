/** Finds tickets in the log by their id or number, and tells how they stand. */
@NullMarked
package org.counterfoil.eventstore.ticket;

import org.jspecify.annotations.NullMarked;
