/**
 * The waiting room at work: joining, waiting, being let in. Visitors are in tables; every node
 * computes the same order from them, answers polls from memory, and one node at a time lets
 * visitors in.
 */
@NullMarked
package org.counterfoil.command.waitingroom;

import org.jspecify.annotations.NullMarked;
