/** Whose records are asked, by whom and why, and as they stood when. */
@NullMarked
package org.counterfoil.query.audit.scope;

import org.jspecify.annotations.NullMarked;
