/** Why somebody reads personal data: asked for, and recorded before anything is told. */
@NullMarked
package org.counterfoil.command.privacy.disclosure;

import org.jspecify.annotations.NullMarked;
