/** Passes: uses that were paid for at once, and are taken one by one. */
@NullMarked
package org.counterfoil.domain.pass;

import org.jspecify.annotations.NullMarked;
