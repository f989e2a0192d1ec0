/** The tables of the store, the database roles, and what each may do. */
@NullMarked
package org.counterfoil.eventstore.schema;

import org.jspecify.annotations.NullMarked;
