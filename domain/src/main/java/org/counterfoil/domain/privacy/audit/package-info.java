/** That somebody read the audit itself, before it was answered. */
@NullMarked
package org.counterfoil.domain.privacy.audit;

import org.jspecify.annotations.NullMarked;
