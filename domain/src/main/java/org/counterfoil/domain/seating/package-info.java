/** Seating plans: zones, sections, rows, seats and general admission areas of a venue. */
@NullMarked
package org.counterfoil.domain.seating;

import org.jspecify.annotations.NullMarked;
