/**
 * Personal data: the register, what is captured, who may read it, and how it goes. Every folder has
 * one of it and makes its own beans; none knows another in a circle.
 */
@NullMarked
package org.counterfoil.command.privacy;

import org.jspecify.annotations.NullMarked;
