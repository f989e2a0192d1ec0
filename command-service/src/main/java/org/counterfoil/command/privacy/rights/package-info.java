/** What people may ask to be done with their data, and the requests by which they do. */
@NullMarked
package org.counterfoil.command.privacy.rights;

import org.jspecify.annotations.NullMarked;
