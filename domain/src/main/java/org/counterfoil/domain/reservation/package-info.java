/** Places kept for a party, for days or weeks, and what becomes of them. */
@NullMarked
package org.counterfoil.domain.reservation;

import org.jspecify.annotations.NullMarked;
