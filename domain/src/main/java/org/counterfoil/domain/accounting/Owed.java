package org.counterfoil.domain.accounting;

import org.counterfoil.domain.money.PaymentMethod;
import org.counterfoil.domain.order.RefundId;

/**
 * A refund that is owed and has not gone back.
 *
 * @param method how it goes back unless it is paid out otherwise
 * @param due what tax is due on of it, and falls when it goes back
 * @param isForeign whether it is in another currency than the books'
 */
public record Owed(
    RefundId refundId, PaymentMethod method, long amountMinor, ByRate due, boolean isForeign) {}
