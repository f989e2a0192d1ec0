@NullMarked
package org.counterfoil.standalone.backup;

import org.jspecify.annotations.NullMarked;
