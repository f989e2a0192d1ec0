/** Documents stored once under their SHA-256, such as seating plans. */
@NullMarked
package org.counterfoil.eventstore.document;

import org.jspecify.annotations.NullMarked;
