/** Who was let in at the door, and who was not. */
@NullMarked
package org.counterfoil.domain.admission;

import org.jspecify.annotations.NullMarked;
