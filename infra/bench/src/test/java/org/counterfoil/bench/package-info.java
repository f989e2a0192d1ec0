/** What the figures rest on. */
@NullMarked
package org.counterfoil.bench;

import org.jspecify.annotations.NullMarked;
