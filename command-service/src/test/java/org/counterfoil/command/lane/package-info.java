/** Tests of the lanes on a real PostgreSQL. */
@NullMarked
package org.counterfoil.command.lane;

import org.jspecify.annotations.NullMarked;
