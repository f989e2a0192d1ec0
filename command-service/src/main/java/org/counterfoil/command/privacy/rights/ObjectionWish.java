package org.counterfoil.command.privacy.rights;

import io.swagger.v3.oas.annotations.media.Schema;
import org.counterfoil.domain.privacy.register.PurposeKey;

/** To what a person objects. */
public record ObjectionWish(@Schema(example = "newsletter") PurposeKey purpose) {}
