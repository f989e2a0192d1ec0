/** Who answers for the data of an organisation, and to which countries they go. */
@NullMarked
package org.counterfoil.domain.privacy.controller;

import org.jspecify.annotations.NullMarked;
