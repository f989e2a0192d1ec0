package org.counterfoil.standalone.rehearsal;

import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Objects;
import org.counterfoil.crowd.CrowdSettings;
import org.counterfoil.crowd.plan.CrowdPlan;
import org.counterfoil.http.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A rehearsal to be held.
 *
 * @param seed the same gives the same crowd
 * @param visitors how many come; as many as have ten times as many wishes as there are places,
 *     where missing
 * @param compression how many times faster than in reality; 60 makes half an hour half a minute
 * @param mostInside how many may be there at once, as where a queue stands before the sale; all who
 *     come where missing
 * @param lateMoney whether some payments arrive when it is too late: then a rehearsal takes at
 *     least six minutes, for money may be that late
 */
record Wish(
    @Schema(example = "1") @Nullable Long seed,
    @Schema(example = "5000") @Nullable Integer visitors,
    @Schema(example = "60") @Nullable Double compression,
    @Schema(example = "400") @Nullable Integer mostInside,
    @Nullable Boolean lateMoney) {

  private static final int MOST_VISITORS = 500_000;
  private static final double USUAL_COMPRESSION = 60;
  private static final double MOST_COMPRESSION = 600;

  long effectiveSeed() {
    return Objects.requireNonNullElse(seed, 1L);
  }

  int effectiveVisitors(long capacity) {
    int wanted =
        visitors == null ? Math.clamp(CrowdPlan.visitorsFor(capacity), 1, MOST_VISITORS) : visitors;
    if (wanted < 1 || wanted > MOST_VISITORS) {
      throw Problem.invalid(
              "visitors", "Expected 1 to " + MOST_VISITORS + ", but there are " + wanted)
          .exception();
    }
    return wanted;
  }

  double effectiveCompression() {
    double wanted = Objects.requireNonNullElse(compression, USUAL_COMPRESSION);
    if (!(wanted >= 1 && wanted <= MOST_COMPRESSION)) {
      throw Problem.invalid(
              "compression", "Expected 1 to " + (int) MOST_COMPRESSION + ", but it is " + wanted)
          .exception();
    }
    return wanted;
  }

  int effectiveMostInside() {
    int wanted = Objects.requireNonNullElse(mostInside, CrowdSettings.ALL);
    if (wanted < 1) {
      throw Problem.invalid("mostInside", "Expected at least 1, but it is " + wanted).exception();
    }
    return wanted;
  }

  boolean withLateMoney() {
    return Boolean.TRUE.equals(lateMoney);
  }
}
