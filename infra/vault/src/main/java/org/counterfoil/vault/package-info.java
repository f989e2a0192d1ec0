/**
 * The vault: values of personal data, each person's for each purpose encrypted under a key of its
 * own. What was captured, why, and when it was erased is in the log; here is only what that log
 * must never hold.
 */
@NullMarked
package org.counterfoil.vault;

import org.jspecify.annotations.NullMarked;
