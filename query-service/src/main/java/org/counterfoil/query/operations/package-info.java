/** How the projections are doing, and what an operator can do about it. */
@NullMarked
package org.counterfoil.query.operations;

import org.jspecify.annotations.NullMarked;
