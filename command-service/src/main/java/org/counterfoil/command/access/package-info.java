/** API tokens, login links and sessions; the first administrator. */
@NullMarked
package org.counterfoil.command.access;

import org.jspecify.annotations.NullMarked;
