/** Till sessions: float, count, difference, banking. */
@NullMarked
package org.counterfoil.query.accounts.tills;

import org.jspecify.annotations.NullMarked;
