/** Requests by which people exercise their rights, and the day on which an answer is due. */
@NullMarked
package org.counterfoil.domain.privacy.request;

import org.jspecify.annotations.NullMarked;
