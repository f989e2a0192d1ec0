/** Invoices and credit notes: what was asked for, and what of it was taken back. */
@NullMarked
package org.counterfoil.query.accounts.invoices;

import org.jspecify.annotations.NullMarked;
