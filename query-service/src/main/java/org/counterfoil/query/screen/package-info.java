/** What all pages share: layout, language, numbers and dates, styles and scripts. */
@NullMarked
package org.counterfoil.query.screen;

import org.jspecify.annotations.NullMarked;
