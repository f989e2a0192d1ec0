/** Who calls and what they may do: secrets, tokens, sessions, and one row per route. */
@NullMarked
package org.counterfoil.http.access;

import org.jspecify.annotations.NullMarked;
