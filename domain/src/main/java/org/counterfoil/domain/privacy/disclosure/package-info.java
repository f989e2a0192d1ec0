/** That personal data were read or handed on: by whom, why, and to which recipient. */
@NullMarked
package org.counterfoil.domain.privacy.disclosure;

import org.jspecify.annotations.NullMarked;
