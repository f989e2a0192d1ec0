/**
 * What goes on by itself after a fact is recorded. A process keeps no state of its own: what is to
 * be done is in the log, and found there again after every start.
 */
@NullMarked
package org.counterfoil.command.process;

import org.jspecify.annotations.NullMarked;
