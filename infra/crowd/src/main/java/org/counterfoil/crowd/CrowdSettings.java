package org.counterfoil.crowd;

import java.net.URI;
import java.time.Duration;
import org.counterfoil.crowd.plan.CrowdShares;
import org.counterfoil.crowd.plan.Timeline;
import org.jspecify.annotations.Nullable;

/**
 * A run of a crowd.
 *
 * @param commandUrl where commands are answered
 * @param queryUrl where questions are answered; the same in the one-process set-up
 * @param seed the same gives the same crowd
 * @param visitors how many come
 * @param compression how many times faster than in reality
 * @param connections how many requests may be under way at once
 * @param mostInside how many visitors may be there at once: the others wait outside, as closed-loop
 *     measures want it; {@link #ALL} to let everybody come when they come
 * @param counterToken of a box office that takes the money at once where it is prompt; what is told
 *     twice or late is paid at the simulated provider, and all of it where the token is missing
 * @param mayBuyForReal whether a performance that is not for training is bought, too
 */
public record CrowdSettings(
    URI commandUrl,
    URI queryUrl,
    String performanceId,
    long seed,
    int visitors,
    double compression,
    CrowdShares shares,
    int connections,
    int mostInside,
    @Nullable String counterToken,
    boolean mayBuyForReal) {

  /** How many requests are under way at once where nobody says otherwise. */
  public static final int USUAL_CONNECTIONS = 256;

  /** Nobody waits outside. */
  public static final int ALL = Integer.MAX_VALUE;

  /**
   * Checks.
   *
   * @throws IllegalArgumentException where there are no visitors or no connections
   */
  public CrowdSettings {
    if (visitors < 1 || connections < 1 || mostInside < 1) {
      throw new IllegalArgumentException(
          "Expected visitors, connections and room inside, but there are %d, %d and %d"
              .formatted(visitors, connections, mostInside));
    }
  }

  /** When they come. */
  public Timeline timeline() {
    return new Timeline(Duration.ofMinutes(8), compression);
  }
}
