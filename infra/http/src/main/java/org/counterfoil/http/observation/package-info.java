/** What is seen of a request: correlation id, access log, headers. */
@NullMarked
package org.counterfoil.http.observation;

import org.jspecify.annotations.NullMarked;
