/** Personal data: the register, what is captured, who may read it, and how it goes. */
@NullMarked
package org.counterfoil.command.privacy;

import org.jspecify.annotations.NullMarked;
