/** Errors as RFC 9457 problems: whatever a client can cause becomes one, in exactly one place. */
@NullMarked
package org.counterfoil.http.problem;

import org.jspecify.annotations.NullMarked;
