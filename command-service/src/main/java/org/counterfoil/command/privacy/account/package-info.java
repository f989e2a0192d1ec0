/** People who look after their own data, by the secret of an account or of an order. */
@NullMarked
package org.counterfoil.command.privacy.account;

import org.jspecify.annotations.NullMarked;
