/** Pages that are served as they are: what differs, their scripts ask the API for. */
@NullMarked
package org.counterfoil.command.page;

import org.jspecify.annotations.NullMarked;
