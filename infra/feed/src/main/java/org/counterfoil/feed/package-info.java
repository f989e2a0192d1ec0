/**
 * How projections get events: a feed with two carriers, the log itself ({@link
 * org.counterfoil.feed.StoreTailFeed}) and Kafka. What is made of the events is in {@link
 * org.counterfoil.feed.projection}.
 */
@NullMarked
package org.counterfoil.feed;

import org.jspecify.annotations.NullMarked;
