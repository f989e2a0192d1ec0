/** What it costs to verify the log. */
@NullMarked
package org.counterfoil.bench.proof;

import org.jspecify.annotations.NullMarked;
