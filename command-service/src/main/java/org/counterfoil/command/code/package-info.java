/**
 * Ticket codes: what a ticket's QR code says, signed so that a gate needs nothing but a public key.
 */
@NullMarked
package org.counterfoil.command.code;

import org.jspecify.annotations.NullMarked;
