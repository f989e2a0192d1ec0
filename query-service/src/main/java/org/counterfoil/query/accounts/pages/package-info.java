/** The accountant's pages. */
@NullMarked
package org.counterfoil.query.accounts.pages;

import org.jspecify.annotations.NullMarked;
