/** Passes: what was sold, and how many uses are left. */
@NullMarked
package org.counterfoil.query.accounts.passes;

import org.jspecify.annotations.NullMarked;
