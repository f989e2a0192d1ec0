/** What happened to personal data, and what is answered about it: a folder for each question. */
@NullMarked
package org.counterfoil.query.audit;

import org.jspecify.annotations.NullMarked;
