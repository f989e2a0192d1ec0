/** The running command service, from outside: over HTTP, on a real PostgreSQL. */
@NullMarked
package org.counterfoil.command.http;

import org.jspecify.annotations.NullMarked;
