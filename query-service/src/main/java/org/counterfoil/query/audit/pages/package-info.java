/** The data protection officer's pages. */
@NullMarked
package org.counterfoil.query.audit.pages;

import org.jspecify.annotations.NullMarked;
