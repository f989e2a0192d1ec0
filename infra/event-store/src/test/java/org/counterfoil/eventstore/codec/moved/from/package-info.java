/** Where an event stood before it was moved. */
@NullMarked
package org.counterfoil.eventstore.codec.moved.from;

import org.jspecify.annotations.NullMarked;
