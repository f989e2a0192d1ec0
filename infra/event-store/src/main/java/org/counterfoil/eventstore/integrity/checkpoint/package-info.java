/**
 * Signed checkpoints: notes, keys, and what was signed last (C2SP signed-note, tlog-checkpoint).
 */
@NullMarked
package org.counterfoil.eventstore.integrity.checkpoint;

import org.jspecify.annotations.NullMarked;
