/** Who may do what: roles, API tokens, one-time login links. */
@NullMarked
package org.counterfoil.domain.access;

import org.jspecify.annotations.NullMarked;
