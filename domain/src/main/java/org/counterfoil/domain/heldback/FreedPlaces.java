package org.counterfoil.domain.heldback;

import org.counterfoil.domain.seating.AreaName;
import org.counterfoil.domain.seating.ZoneName;
import org.jspecify.annotations.Nullable;

/**
 * How many free places something held back at a moment; those held or sold then do not count.
 *
 * @param area missing for seats
 */
public record FreedPlaces(ZoneName zone, @Nullable AreaName area, int quantity) {}
