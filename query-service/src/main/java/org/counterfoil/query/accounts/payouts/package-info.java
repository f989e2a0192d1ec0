/** What providers paid over, matched with the payments it was made of. */
@NullMarked
package org.counterfoil.query.accounts.payouts;

import org.jspecify.annotations.NullMarked;
