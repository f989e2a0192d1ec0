/** Who comes when and wants what: a pure function of a seed. */
@NullMarked
package org.counterfoil.crowd.plan;

import org.jspecify.annotations.NullMarked;
