package org.counterfoil.command.seating;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import org.counterfoil.domain.seating.SeatingPlanId;
import org.counterfoil.domain.venue.VenueEvent.SeatingPlanAdded;
import org.counterfoil.domain.venue.VenueId;
import org.counterfoil.domain.venue.VenueRejection;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Which plans a venue has. What was added is never changed, so it is kept. */
public final class VenuePlans {

  private record Key(VenueId venue, SeatingPlanId plan) {}

  private final EventLog log;
  private final Cache<Key, SeatingPlanAdded> found =
      Caffeine.newBuilder().maximumSize(2_000).build();

  public VenuePlans(EventLog log) {
    this.log = log;
  }

  /** The plan of the venue; one that it has not ends the request as a 404. */
  public SeatingPlanAdded find(VenueId venue, SeatingPlanId plan) {
    Key key = new Key(venue, plan);
    SeatingPlanAdded known = found.getIfPresent(key);
    if (known != null) {
      return known;
    }
    SeatingPlanAdded added = read(key);
    if (added == null) {
      throw Problem.refused(
              VenueRejection.UNKNOWN_SEATING_PLAN,
              "Expected a seating plan of the venue, but there is none with id " + plan)
          .exception();
    }
    found.put(key, added);
    return added;
  }

  private @Nullable SeatingPlanAdded read(Key key) {
    return log.readStream(key.venue().value()).stream()
        .map(recorded -> recorded.envelope().payload())
        .filter(SeatingPlanAdded.class::isInstance)
        .map(SeatingPlanAdded.class::cast)
        .filter(added -> added.seatingPlanId().equals(key.plan()))
        .findFirst()
        .orElse(null);
  }
}
