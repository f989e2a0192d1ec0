/** The books' own commands: their chart, and closings, asked for or automatic. */
@NullMarked
package org.counterfoil.command.accounting;

import org.jspecify.annotations.NullMarked;
