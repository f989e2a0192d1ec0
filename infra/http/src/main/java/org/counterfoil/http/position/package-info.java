/** Read your writes and lists in pages. */
@NullMarked
package org.counterfoil.http.position;

import org.jspecify.annotations.NullMarked;
