/**
 * Axon Framework as it comes: its storage engine, command bus, target resolver, locks and
 * serializer, around the same decisions, seats and payload. In its favour: a cache that the garbage
 * collector does not empty, and a pool with a connection for every lock that may be waited for.
 */
@NullMarked
package org.counterfoil.bench.axon;

import org.jspecify.annotations.NullMarked;
