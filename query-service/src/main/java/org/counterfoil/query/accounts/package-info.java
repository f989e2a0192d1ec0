/**
 * The books of each organisation: journal, ledgers, tax, statements and what is exported from them,
 * as a projection of its own that knows no other. What an event is booked as, the domain says.
 */
@NullMarked
package org.counterfoil.query.accounts;

import org.jspecify.annotations.NullMarked;
