/** The stored form of an event: envelope, names and revisions, JSON, upcasters. */
@NullMarked
package org.counterfoil.eventstore.codec;

import org.jspecify.annotations.NullMarked;
