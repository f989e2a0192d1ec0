/** Keys under which buyers are told apart, one for each performance, until they are destroyed. */
@NullMarked
package org.counterfoil.eventstore.buyer;

import org.jspecify.annotations.NullMarked;
