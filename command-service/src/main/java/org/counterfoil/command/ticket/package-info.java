/** Tickets after they are sold: reissued, printed, put into a calendar. */
@NullMarked
package org.counterfoil.command.ticket;

import org.jspecify.annotations.NullMarked;
