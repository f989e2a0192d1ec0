/** PostgreSQL and Kafka inside the process, for one machine and for tests. */
@NullMarked
package org.counterfoil.embedded;

import org.jspecify.annotations.NullMarked;
