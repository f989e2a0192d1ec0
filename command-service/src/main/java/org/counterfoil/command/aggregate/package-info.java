/**
 * Axon's shells around the domain's states: each holds a state, records events and applies them. No
 * shell decides anything; the domain's deciders do, asked by the desks.
 */
@NullMarked
package org.counterfoil.command.aggregate;

import org.jspecify.annotations.NullMarked;
