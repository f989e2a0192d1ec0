package org.counterfoil.query.sales;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The work shown. */
public record Production(
    UUID productionId,
    UUID organisationId,
    String title,
    @Nullable String genre,
    @Nullable UUID seasonId,
    @Nullable String seasonTitle,
    @Nullable String taxCategory) {}
