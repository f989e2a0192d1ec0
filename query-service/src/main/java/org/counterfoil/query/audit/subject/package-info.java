/** What is kept of one person and why, and what it agreed to. */
@NullMarked
package org.counterfoil.query.audit.subject;

import org.jspecify.annotations.NullMarked;
