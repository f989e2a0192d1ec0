/** Finds what may no longer be kept, and erases it. */
@NullMarked
package org.counterfoil.command.privacy.retention;

import org.jspecify.annotations.NullMarked;
