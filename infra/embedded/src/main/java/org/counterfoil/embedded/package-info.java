/**
 * PostgreSQL and Kafka beside or inside this process, for use on one machine and in tests.
 *
 * <p>Nothing here knows about tickets. Linux only: the checks on left-over processes read {@code
 * /proc}.
 */
@NullMarked
package org.counterfoil.embedded;

import org.jspecify.annotations.NullMarked;
