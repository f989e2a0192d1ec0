/** What was answered to a request that carried a key, kept with the events it led to. */
@NullMarked
package org.counterfoil.eventstore.idempotency;

import org.jspecify.annotations.NullMarked;
