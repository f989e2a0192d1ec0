/** Holds in process, without HTTP: ours against other event stores (M1 to M4, M7, M14). */
@NullMarked
package org.counterfoil.bench.holds;

import org.jspecify.annotations.NullMarked;
