/** How projections get events, from the store itself or by Kafka. */
@NullMarked
package org.counterfoil.feed;

import org.jspecify.annotations.NullMarked;
