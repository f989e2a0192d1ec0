/** How soon a performance is ready after a restart. */
@NullMarked
package org.counterfoil.bench.snapshot;

import org.jspecify.annotations.NullMarked;
