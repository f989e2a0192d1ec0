/** What happened to personal data of many: captures, readings, what is due, requests, a breach. */
@NullMarked
package org.counterfoil.query.audit.lists;

import org.jspecify.annotations.NullMarked;
