/**
 * Rehearsals: the crowd sent to a copy of a performance, by whoever sells it, watched on a page,
 * with a report at the end that is kept.
 */
@NullMarked
package org.counterfoil.standalone.rehearsal;

import org.jspecify.annotations.NullMarked;
