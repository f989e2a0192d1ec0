/** Builds read models from events and answers questions from them. */
@NullMarked
package org.counterfoil.query;

import org.jspecify.annotations.NullMarked;
