/**
 * Pages on which people tell something of themselves, order and answer, without anybody between.
 */
@NullMarked
package org.counterfoil.command.form;

import org.jspecify.annotations.NullMarked;
