/** Copies of state that make loading short; never the truth. */
@NullMarked
package org.counterfoil.eventstore.snapshot;

import org.jspecify.annotations.NullMarked;
