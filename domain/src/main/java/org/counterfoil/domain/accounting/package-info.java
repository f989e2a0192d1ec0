/**
 * The books of an organisation: its chart of accounts, and what each thing that happened means in
 * double entry. Postings are functions of events and of what was booked before; amounts are those
 * that were frozen in the event and are never recomputed.
 */
@NullMarked
package org.counterfoil.domain.accounting;

import org.jspecify.annotations.NullMarked;
