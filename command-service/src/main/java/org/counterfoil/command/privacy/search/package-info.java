/** Finds people: by what they told, and by the order for which they told it. */
@NullMarked
package org.counterfoil.command.privacy.search;

import org.jspecify.annotations.NullMarked;
