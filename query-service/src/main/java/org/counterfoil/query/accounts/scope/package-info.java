/** Which part of whose books is asked for, as they stood when. */
@NullMarked
package org.counterfoil.query.accounts.scope;

import org.jspecify.annotations.NullMarked;
