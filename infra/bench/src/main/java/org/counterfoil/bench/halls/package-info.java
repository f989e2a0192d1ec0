/** Large halls and what is asked about their seats; the same for every contender. */
@NullMarked
package org.counterfoil.bench.halls;

import org.jspecify.annotations.NullMarked;
