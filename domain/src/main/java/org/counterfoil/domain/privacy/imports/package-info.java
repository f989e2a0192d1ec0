/** People who were brought from elsewhere: from which source, how many, and with which consents. */
@NullMarked
package org.counterfoil.domain.privacy.imports;

import org.jspecify.annotations.NullMarked;
