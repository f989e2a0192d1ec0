/** The whole process, used as its users use it. */
@NullMarked
package org.counterfoil.standalone;

import org.jspecify.annotations.NullMarked;
