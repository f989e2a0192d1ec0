/** What happened to one ticket. */
@NullMarked
package org.counterfoil.query.accounts.story;

import org.jspecify.annotations.NullMarked;
