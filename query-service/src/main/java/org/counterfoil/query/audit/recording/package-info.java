/** Records what happened to personal data, in tables of its own. */
@NullMarked
package org.counterfoil.query.audit.recording;

import org.jspecify.annotations.NullMarked;
