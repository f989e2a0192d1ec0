/** The log as both services read it: the reader's connections, the codec, the tail, the clock. */
@NullMarked
package org.counterfoil.http.log;

import org.jspecify.annotations.NullMarked;
