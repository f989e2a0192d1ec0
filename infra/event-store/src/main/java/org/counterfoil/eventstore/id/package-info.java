/** Identifiers that sort by time. */
@NullMarked
package org.counterfoil.eventstore.id;

import org.jspecify.annotations.NullMarked;
