/** A small projection and a log to feed it from, for tests. */
@NullMarked
package org.counterfoil.feed.tally;

import org.jspecify.annotations.NullMarked;
