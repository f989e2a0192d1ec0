/** Seating plans: read from either of two formats, stored once under their hash, found again. */
@NullMarked
package org.counterfoil.command.seating;

import org.jspecify.annotations.NullMarked;
