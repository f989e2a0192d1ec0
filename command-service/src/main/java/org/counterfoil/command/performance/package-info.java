/** Performances: their terms, and series of them. */
@NullMarked
package org.counterfoil.command.performance;

import org.jspecify.annotations.NullMarked;
