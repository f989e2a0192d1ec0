/** What open forms ask of people and say beside it, and how often one address may fill them in. */
@NullMarked
package org.counterfoil.command.privacy.form;

import org.jspecify.annotations.NullMarked;
