package org.counterfoil.http.small;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.seating.SeatId;
import org.jspecify.annotations.Nullable;

/** A body with a field of every sort. */
public record Thing(
    PublicLabel name,
    long amountMinor,
    Kind kind,
    Instant at,
    OrganisationId organisationId,
    List<Line> tickets,
    @Nullable String note) {

  /** What sort. */
  public enum Kind {
    GOOD,
    BETTER
  }

  /** A line of it. */
  public record Line(SeatId seatId, int quantity) {}

  /** One that is right in every respect. */
  public static final String JSON =
      """
      {"name":"Tosca","amountMinor":2500,"kind":"GOOD","at":"2026-12-01T19:30:00Z",
      "organisationId":"01890a5d-ac96-774b-bcce-b302099a8057",
      "tickets":[{"seatId":"ORCH-A-12","quantity":1}]}""";
}
