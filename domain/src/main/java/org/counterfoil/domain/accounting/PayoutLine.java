package org.counterfoil.domain.accounting;

/**
 * One payment or refund in a provider's payout.
 *
 * @param reference what the provider calls it: our id of the payment or refund, or the reference
 *     that it was captured with
 * @param grossMinor what the buyer paid; negative where it went back to the buyer
 * @param feeMinor what the provider kept of it; negative where it gave a fee back
 */
public record PayoutLine(ProviderReference reference, long grossMinor, long feeMinor) {}
