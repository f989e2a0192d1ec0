/** Venues and the plans they offer. */
@NullMarked
package org.counterfoil.command.venue;

import org.jspecify.annotations.NullMarked;
