@NullMarked
package org.counterfoil.command.waitingroom;

import org.jspecify.annotations.NullMarked;
