/**
 * The feed over Kafka. One leader relays the log in order of position, at least once; readers drop
 * duplicates and hold back what comes too early. Kafka is a carrier: everything on it can be
 * relayed again from the log.
 */
@NullMarked
package org.counterfoil.feed.kafka;

import org.jspecify.annotations.NullMarked;
