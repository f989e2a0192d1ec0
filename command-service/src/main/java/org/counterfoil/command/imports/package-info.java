/** Brings in people and consents that were kept elsewhere, from CSV. */
@NullMarked
package org.counterfoil.command.imports;

import org.jspecify.annotations.NullMarked;
