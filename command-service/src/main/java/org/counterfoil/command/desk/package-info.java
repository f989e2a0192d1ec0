/**
 * Desks: each takes the commands of one kind, loads the streams they touch, asks the domain's
 * deciders, and records only what all of them accept. Axon's command bus brings the commands.
 */
@NullMarked
package org.counterfoil.command.desk;

import org.jspecify.annotations.NullMarked;
