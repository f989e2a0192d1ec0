/** How the HTTP contract behaves: problems, authentication, positions, paging. */
@NullMarked
package org.counterfoil.http;

import org.jspecify.annotations.NullMarked;
