package org.counterfoil.domain.voucher;

import org.counterfoil.domain.money.TaxRate;

/**
 * A part of a single-purpose voucher, whose tax was due when it was issued; amounts in minor units.
 * All parts of a voucher add up to it.
 */
public record TaxedPart(TaxRate taxRate, long netMinor, long taxMinor) {}
