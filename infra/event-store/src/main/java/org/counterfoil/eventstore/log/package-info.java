/** How the log is read in order of position, and how readers learn that there is more. */
@NullMarked
package org.counterfoil.eventstore.log;

import org.jspecify.annotations.NullMarked;
