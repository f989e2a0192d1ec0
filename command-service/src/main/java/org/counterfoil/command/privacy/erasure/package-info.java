/** Erases people: the log says so first, then the keys are destroyed. */
@NullMarked
package org.counterfoil.command.privacy.erasure;

import org.jspecify.annotations.NullMarked;
