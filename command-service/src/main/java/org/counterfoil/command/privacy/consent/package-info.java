/**
 * Marketing by consent: newsletters, confirmation by whoever has the address, withdrawal, and who
 * may be written to.
 */
@NullMarked
package org.counterfoil.command.privacy.consent;

import org.jspecify.annotations.NullMarked;
