/**
 * How Spring MVC calls endpoint methods: as it does, with a shorter way for what they mostly do.
 */
@NullMarked
package org.counterfoil.http.routing;

import org.jspecify.annotations.NullMarked;
