/** Orders, their payments, and what becomes of both. */
@NullMarked
package org.counterfoil.domain.order;

import org.jspecify.annotations.NullMarked;
