/** The waiting list of a sold-out performance: who is offered what comes back, in which order. */
@NullMarked
package org.counterfoil.domain.waitinglist;

import org.jspecify.annotations.NullMarked;
