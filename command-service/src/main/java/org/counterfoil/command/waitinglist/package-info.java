/** The waiting list over HTTP. */
@NullMarked
package org.counterfoil.command.waitinglist;

import org.jspecify.annotations.NullMarked;
