/**
 * A card provider that takes no money: for demonstrations and tests. It stands behind the real
 * interface as a thing of its own, with an HTTP API, a page for the buyer, a journal of its own and
 * signed notifications that it sends until they are heard, like the real ones.
 *
 * <p>What happens to a payment follows from the words of its {@code reference}, such as {@code
 * AUTO-DELAY-5-DOUBLE}; see {@link org.counterfoil.command.payment.simulated.Scenario}.
 */
@NullMarked
package org.counterfoil.command.payment.simulated;

import org.jspecify.annotations.NullMarked;
