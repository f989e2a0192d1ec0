/** Organisations, their settings and the networks they form. */
@NullMarked
package org.counterfoil.domain.organisation;

import org.jspecify.annotations.NullMarked;
