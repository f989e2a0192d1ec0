/** Who is expected by name at a performance. */
@NullMarked
package org.counterfoil.command.privacy.guest;

import org.jspecify.annotations.NullMarked;
