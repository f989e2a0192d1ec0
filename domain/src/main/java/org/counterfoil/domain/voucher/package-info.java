/** Vouchers: money that buyers paid before they chose, or got back instead of money. */
@NullMarked
package org.counterfoil.domain.voucher;

import org.jspecify.annotations.NullMarked;
