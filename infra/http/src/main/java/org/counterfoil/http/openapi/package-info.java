/** The parts of the OpenAPI document that every operation shares. */
@NullMarked
package org.counterfoil.http.openapi;

import org.jspecify.annotations.NullMarked;
