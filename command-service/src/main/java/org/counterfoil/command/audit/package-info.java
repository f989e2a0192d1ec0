/** Records who reads what is recorded about personal data. */
@NullMarked
package org.counterfoil.command.audit;

import org.jspecify.annotations.NullMarked;
