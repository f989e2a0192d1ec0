/** The store for writing: the writer's connections, its transactions, Axon's storage engine. */
@NullMarked
package org.counterfoil.command.store;

import org.jspecify.annotations.NullMarked;
