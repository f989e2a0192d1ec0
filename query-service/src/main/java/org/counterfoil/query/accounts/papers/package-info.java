/** Documents to print, and archives to keep. */
@NullMarked
package org.counterfoil.query.accounts.papers;

import org.jspecify.annotations.NullMarked;
