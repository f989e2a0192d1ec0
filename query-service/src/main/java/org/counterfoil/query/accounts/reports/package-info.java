/** Every report as a table to take away. */
@NullMarked
package org.counterfoil.query.accounts.reports;

import org.jspecify.annotations.NullMarked;
