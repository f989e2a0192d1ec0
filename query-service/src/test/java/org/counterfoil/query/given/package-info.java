/** What tests of the query service start from: a log, a theatre that sells, a running service. */
@NullMarked
package org.counterfoil.query.given;

import org.jspecify.annotations.NullMarked;
