/** The French tax on shows. */
@NullMarked
package org.counterfoil.query.accounts.showtax;

import org.jspecify.annotations.NullMarked;
