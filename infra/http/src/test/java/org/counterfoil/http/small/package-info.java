/** A small service in the place of the real ones: one route for each thing that can happen. */
@NullMarked
package org.counterfoil.http.small;

import org.jspecify.annotations.NullMarked;
