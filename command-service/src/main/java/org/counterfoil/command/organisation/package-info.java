/** Organisations and networks, as the contract has them. */
@NullMarked
package org.counterfoil.command.organisation;

import org.jspecify.annotations.NullMarked;
