/** What those who sell for each other owe each other. */
@NullMarked
package org.counterfoil.query.accounts.agents;

import org.jspecify.annotations.NullMarked;
