/** Vouchers: what was issued, and what is left of it. */
@NullMarked
package org.counterfoil.query.accounts.vouchers;

import org.jspecify.annotations.NullMarked;
