/**
 * Two backups with different lives: the store, which is kept for years and holds nothing of
 * anybody, and the vault, which is kept for days; and how either is restored.
 */
@NullMarked
package org.counterfoil.standalone.backup;

import org.jspecify.annotations.NullMarked;
