/**
 * Card payments through Stripe's Checkout Sessions. Buyers pay on Stripe's own page; what became of
 * it Stripe tells by signed notifications, and is asked where it does not.
 *
 * <p>Nothing of Stripe's is kept: a payment and a refund are found there again by the ids that are
 * ours, which stand in their metadata.
 */
@NullMarked
package org.counterfoil.command.payment.stripe;

import org.jspecify.annotations.NullMarked;
