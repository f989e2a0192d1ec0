/** Entries in the formats of tax offices and accounting software. */
@NullMarked
package org.counterfoil.query.accounts.exports;

import org.jspecify.annotations.NullMarked;
