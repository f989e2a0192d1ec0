@NullMarked
package org.counterfoil.command.process;

import org.jspecify.annotations.NullMarked;
