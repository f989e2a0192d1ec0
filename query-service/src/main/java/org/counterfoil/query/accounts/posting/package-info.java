/** How events become entries: the projection that writes the books, and their rows. */
@NullMarked
package org.counterfoil.query.accounts.posting;

import org.jspecify.annotations.NullMarked;
