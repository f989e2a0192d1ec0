/**
 * Lanes: every command about a performance goes to that performance's lane, a bounded queue with
 * one worker. What queued up is decided in one unit of work and one commit; answers go out after
 * it.
 */
@NullMarked
package org.counterfoil.command.lane;

import org.jspecify.annotations.NullMarked;
