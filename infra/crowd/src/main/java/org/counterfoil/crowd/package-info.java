/**
 * The crowd of an onsale: who comes when and wants what is planned from a seed, then played over
 * HTTP against a running system, watched and checked from outside. It knows the HTTP contract and
 * nothing else.
 */
@NullMarked
package org.counterfoil.crowd;

import org.jspecify.annotations.NullMarked;
