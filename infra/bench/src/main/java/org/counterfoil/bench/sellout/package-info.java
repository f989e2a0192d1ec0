/** M6: a house sold out by the crowd, over HTTP, from the first hold to the last ticket. */
@NullMarked
package org.counterfoil.bench.sellout;

import org.jspecify.annotations.NullMarked;
