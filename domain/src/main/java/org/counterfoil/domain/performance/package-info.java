/** Performances: when and where, price lists, rules and onsale. */
@NullMarked
package org.counterfoil.domain.performance;

import org.jspecify.annotations.NullMarked;
