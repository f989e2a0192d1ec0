/**
 * Purposes and notices: what an organisation declares, adopts and publishes, and where everybody
 * may read it.
 */
@NullMarked
package org.counterfoil.command.privacy.register;

import org.jspecify.annotations.NullMarked;
