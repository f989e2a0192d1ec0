/**
 * The vault and its master key: how it is opened, watched and encrypted anew, and that nothing that
 * was erased comes back with a backup.
 */
@NullMarked
package org.counterfoil.command.privacy.vault;

import org.jspecify.annotations.NullMarked;
