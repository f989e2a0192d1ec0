/** Venues and the times they are taken. */
@NullMarked
package org.counterfoil.domain.venue;

import org.jspecify.annotations.NullMarked;
