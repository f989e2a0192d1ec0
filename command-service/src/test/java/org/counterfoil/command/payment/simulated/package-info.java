/** The simulated provider's parts. */
@NullMarked
package org.counterfoil.command.payment.simulated;

import org.jspecify.annotations.NullMarked;
