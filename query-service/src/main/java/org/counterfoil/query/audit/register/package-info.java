/** The register of processing (Art. 30 GDPR), and how many people each purpose has. */
@NullMarked
package org.counterfoil.query.audit.register;

import org.jspecify.annotations.NullMarked;
