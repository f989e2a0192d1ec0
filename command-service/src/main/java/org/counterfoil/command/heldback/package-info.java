/** Hold codes, kills and allotments over HTTP. */
@NullMarked
package org.counterfoil.command.heldback;

import org.jspecify.annotations.NullMarked;
