/** Everything that is kept of one person, for programs and to be read. */
@NullMarked
package org.counterfoil.command.privacy.export;

import org.jspecify.annotations.NullMarked;
