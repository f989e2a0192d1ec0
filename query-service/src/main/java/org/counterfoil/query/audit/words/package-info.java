/** What purposes and readers are called, in a reader's language. */
@NullMarked
package org.counterfoil.query.audit.words;

import org.jspecify.annotations.NullMarked;
