/**
 * Personal data: what may be captured and why, what was, and how it goes. Values are nowhere here.
 * The folders are named after what decides: the register, one data subject, one request; this one
 * has why any of them refuses.
 */
@NullMarked
package org.counterfoil.domain.privacy;

import org.jspecify.annotations.NullMarked;
