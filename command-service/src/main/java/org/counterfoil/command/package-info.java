/** Takes commands, has them decided in lanes, and answers after the commit. */
@NullMarked
package org.counterfoil.command;

import org.jspecify.annotations.NullMarked;
