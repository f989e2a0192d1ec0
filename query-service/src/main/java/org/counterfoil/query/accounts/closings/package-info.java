/** Periods that are closed, and how far books are. */
@NullMarked
package org.counterfoil.query.accounts.closings;

import org.jspecify.annotations.NullMarked;
