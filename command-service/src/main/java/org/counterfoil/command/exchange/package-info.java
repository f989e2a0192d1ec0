/**
 * The one way from an HTTP request to a lane and back: idempotency keys, positions, refusals as
 * problems, secrets that are filled in when an answer is sent.
 */
@NullMarked
package org.counterfoil.command.exchange;

import org.jspecify.annotations.NullMarked;
