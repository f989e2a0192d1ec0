@NullMarked
package org.counterfoil.command.page;

import org.jspecify.annotations.NullMarked;
