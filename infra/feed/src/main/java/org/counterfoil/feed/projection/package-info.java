/**
 * Turns events into rows. Write a {@link org.counterfoil.feed.projection.Projection}, run it with a
 * {@link org.counterfoil.feed.projection.ProjectionRunner}: rows and position are committed
 * together, what cannot be applied is parked, a rebuild fills new tables beside the live ones, and
 * a check compares the two.
 */
@NullMarked
package org.counterfoil.feed.projection;

import org.jspecify.annotations.NullMarked;
