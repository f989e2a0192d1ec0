/** Payments, at the counter and through providers. */
@NullMarked
package org.counterfoil.command.payment;

import org.jspecify.annotations.NullMarked;
