/** JSON at the border: the domain's own, with limits. */
@NullMarked
package org.counterfoil.http.json;

import org.jspecify.annotations.NullMarked;
