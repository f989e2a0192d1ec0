/** Keeps the events: appended in commit order at dense positions, never changed. */
@NullMarked
package org.counterfoil.eventstore;

import org.jspecify.annotations.NullMarked;
