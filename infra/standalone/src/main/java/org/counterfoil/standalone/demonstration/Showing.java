package org.counterfoil.standalone.demonstration;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One performance of the demonstration and how well it sells.
 *
 * @param area sold by count where there is one
 * @param seller whose tokens sell it
 * @param appetite the share of all sales that it draws; any positive number
 */
record Showing(
    String performanceId,
    House house,
    @Nullable String area,
    Seller seller,
    Instant startsAt,
    int appetite) {

  /** An organisation's tokens: the counter's and the web shop's. */
  record Seller(String organisationId, String counterToken, String webToken) {}
}
