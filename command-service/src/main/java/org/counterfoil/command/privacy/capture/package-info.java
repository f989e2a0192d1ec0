/**
 * Takes what people tell, or what staff note of them: checked against the register, encrypted, and
 * ready to be recorded.
 */
@NullMarked
package org.counterfoil.command.privacy.capture;

import org.jspecify.annotations.NullMarked;
