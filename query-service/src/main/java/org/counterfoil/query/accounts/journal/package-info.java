/** Entries and numbered operations, in their order. */
@NullMarked
package org.counterfoil.query.accounts.journal;

import org.jspecify.annotations.NullMarked;
