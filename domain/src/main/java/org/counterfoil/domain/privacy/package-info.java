/**
 * Personal data: what may be captured and why, what was, and how it goes. Values are nowhere here.
 */
@NullMarked
package org.counterfoil.domain.privacy;

import org.jspecify.annotations.NullMarked;
