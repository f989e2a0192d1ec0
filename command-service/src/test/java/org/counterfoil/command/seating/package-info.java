/** Seating plans of both formats, sound and faulty. */
@NullMarked
package org.counterfoil.command.seating;

import org.jspecify.annotations.NullMarked;
