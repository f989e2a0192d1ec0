/** Amounts, tax rates and the one rounding rule. */
@NullMarked
package org.counterfoil.domain.money;

import org.jspecify.annotations.NullMarked;
