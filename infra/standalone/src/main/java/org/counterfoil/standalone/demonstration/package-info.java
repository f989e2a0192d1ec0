/**
 * A worked demonstration for an empty data folder: two organisations that share a theatre, a
 * concert hall with a pit, weeks of sales. Everything is done through the HTTP contract, as an
 * integrator would; only the clock is driven, so that the sales span past days.
 */
@NullMarked
package org.counterfoil.standalone.demonstration;

import org.jspecify.annotations.NullMarked;
