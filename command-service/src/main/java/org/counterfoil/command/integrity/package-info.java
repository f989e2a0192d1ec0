/** Runs the proof of the log beside the commands: its settings, its health, its metrics. */
@NullMarked
package org.counterfoil.command.integrity;

import org.jspecify.annotations.NullMarked;
