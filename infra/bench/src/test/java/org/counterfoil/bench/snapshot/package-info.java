/** That a stadium's snapshot holds all of it. */
@NullMarked
package org.counterfoil.bench.snapshot;

import org.jspecify.annotations.NullMarked;
