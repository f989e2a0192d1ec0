/** The way between HTTP and lanes, part by part. */
@NullMarked
package org.counterfoil.command.exchange;

import org.jspecify.annotations.NullMarked;
