/** Tables to take away, as CSV and as spreadsheets, whatever they are made of. */
@NullMarked
package org.counterfoil.query.table;

import org.jspecify.annotations.NullMarked;
