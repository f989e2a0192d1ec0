/** Both services in one process. */
@NullMarked
package org.counterfoil.standalone;

import org.jspecify.annotations.NullMarked;
