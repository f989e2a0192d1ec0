/** Revenue by performance: what is deferred, and what became of it. */
@NullMarked
package org.counterfoil.query.accounts.revenue;

import org.jspecify.annotations.NullMarked;
