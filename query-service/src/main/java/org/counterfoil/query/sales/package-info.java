/** How sales stand: per organisation and performance, now and at any past moment. */
@NullMarked
package org.counterfoil.query.sales;

import org.jspecify.annotations.NullMarked;
