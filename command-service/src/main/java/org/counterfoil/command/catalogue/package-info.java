/** Seasons and productions. */
@NullMarked
package org.counterfoil.command.catalogue;

import org.jspecify.annotations.NullMarked;
