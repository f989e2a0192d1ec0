/** Where an event stood after it was moved. */
@NullMarked
package org.counterfoil.eventstore.codec.moved.to;

import org.jspecify.annotations.NullMarked;
