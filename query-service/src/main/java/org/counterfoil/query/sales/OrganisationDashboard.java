package org.counterfoil.query.sales;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.UUID;

/**
 * How the sales of all performances of an organisation stand, added up; those for training are left
 * out. Zones are added up by name.
 *
 * @param performances how many there are
 * @param position of the log, up to and including which everything is counted
 * @param asOf when the newest event counted was recorded; of a past state, the time asked for
 */
public record OrganisationDashboard(
    UUID organisationId,
    String name,
    String timeZone,
    int performances,
    @JsonUnwrapped SalesFigures figures,
    long position,
    Instant asOf) {}
