/** Doors: who is let in, scanned with a network or without. */
@NullMarked
package org.counterfoil.command.admission;

import org.jspecify.annotations.NullMarked;
