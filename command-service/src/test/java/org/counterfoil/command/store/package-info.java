@NullMarked
package org.counterfoil.command.store;

import org.jspecify.annotations.NullMarked;
