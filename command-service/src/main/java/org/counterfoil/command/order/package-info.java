/** Orders and their tickets. */
@NullMarked
package org.counterfoil.command.order;

import org.jspecify.annotations.NullMarked;
