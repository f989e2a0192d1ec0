/** What a day or a performance took, and what is due for it. */
@NullMarked
package org.counterfoil.query.accounts.statements;

import org.jspecify.annotations.NullMarked;
