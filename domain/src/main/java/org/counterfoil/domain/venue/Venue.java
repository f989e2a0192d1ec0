package org.counterfoil.domain.venue;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.domain.PublicLabel;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.performance.PerformanceId;
import org.counterfoil.domain.seating.PlanHash;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.jspecify.annotations.Nullable;

/** The state of a venue. */
public final class Venue {

  /** A plan of the venue. */
  public record Plan(SeatingPlanId id, PublicLabel name, int version, PlanHash hash) {}

  record Booking(PerformanceId performance, Instant startsAt, Instant endsAt) {
    boolean overlaps(Instant otherStart, Instant otherEnd) {
      return startsAt.isBefore(otherEnd) && otherStart.isBefore(endsAt);
    }
  }

  @Nullable OrganisationId organisation;
  @Nullable PublicLabel name;
  @Nullable ZoneId timeZone;
  boolean isShared;
  final Map<SeatingPlanId, Plan> plans = new HashMap<>();
  final List<Booking> bookings = new ArrayList<>();

  void end(PerformanceId performance) {
    bookings.removeIf(booking -> booking.performance().equals(performance));
  }

  public boolean exists() {
    return organisation != null;
  }

  public @Nullable OrganisationId organisation() {
    return organisation;
  }

  public @Nullable PublicLabel name() {
    return name;
  }

  public @Nullable ZoneId timeZone() {
    return timeZone;
  }

  /** Whether the members of its organisation's networks may use it. */
  public boolean isShared() {
    return isShared;
  }

  public @Nullable Plan plan(SeatingPlanId id) {
    return plans.get(id);
  }
}
