/** People as the log has them, and what is done to all streams that are one person. */
@NullMarked
package org.counterfoil.command.privacy.subject;

import org.jspecify.annotations.NullMarked;
