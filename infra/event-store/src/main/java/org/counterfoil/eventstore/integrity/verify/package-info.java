/** Checks a whole database or one ticket's bundle, offline, and says what it found. */
@NullMarked
package org.counterfoil.eventstore.integrity.verify;

import org.jspecify.annotations.NullMarked;
