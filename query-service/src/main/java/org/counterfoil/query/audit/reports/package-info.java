/** The register and who read, as tables to take away. */
@NullMarked
package org.counterfoil.query.audit.reports;

import org.jspecify.annotations.NullMarked;
