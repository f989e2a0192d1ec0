/** Sums over the books: balances, tax by rate, the ledgers of sales and of cash. */
@NullMarked
package org.counterfoil.query.accounts.ledgers;

import org.jspecify.annotations.NullMarked;
