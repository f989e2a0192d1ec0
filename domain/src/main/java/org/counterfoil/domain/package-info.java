/**
 * The rules of ticketing, without a framework: what may happen (deciders), what happened (events),
 * what is true because of it (state). Packages are features; this root holds what all of them
 * speak: {@link org.counterfoil.domain.Decision}, {@link org.counterfoil.domain.Rejection}, {@link
 * org.counterfoil.domain.EventType}.
 */
@NullMarked
package org.counterfoil.domain;

import org.jspecify.annotations.NullMarked;
