package org.counterfoil.domain.order;

import org.counterfoil.domain.money.Money;
import org.counterfoil.domain.money.PaymentMethod;
import org.jspecify.annotations.Nullable;

/**
 * Money that is owed back and not paid yet.
 *
 * @param provider who pays it; missing where it is paid at the counter
 */
record Owed(PaymentMethod method, @Nullable ProviderName provider, Money amount) {}
