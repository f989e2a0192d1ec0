/** Checks, from the log alone, that what must be true always is true at every prefix of it. */
@NullMarked
package org.counterfoil.eventstore.check;

import org.jspecify.annotations.NullMarked;
