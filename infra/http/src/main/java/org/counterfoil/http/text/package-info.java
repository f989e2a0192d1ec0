/** Forms that texts must have, wherever they come from. */
@NullMarked
package org.counterfoil.http.text;

import org.jspecify.annotations.NullMarked;
