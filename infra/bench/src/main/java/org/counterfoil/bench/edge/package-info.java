/** What is measured through HTTP: a command service in a process of its own, asked by wrk. */
@NullMarked
package org.counterfoil.bench.edge;

import org.jspecify.annotations.NullMarked;
