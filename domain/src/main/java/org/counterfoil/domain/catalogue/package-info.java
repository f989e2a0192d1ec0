/** What is shown: seasons and productions. */
@NullMarked
package org.counterfoil.domain.catalogue;

import org.jspecify.annotations.NullMarked;
