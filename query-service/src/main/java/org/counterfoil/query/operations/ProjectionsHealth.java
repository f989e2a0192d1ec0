package org.counterfoil.query.operations;

import org.counterfoil.feed.projection.ProjectionStatus;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Ready once every projection follows the log: not while its first tables are being filled, nor
 * when it has stopped. A rebuild beside live tables, and parked events, keep nobody from being
 * served.
 */
final class ProjectionsHealth implements HealthIndicator {

  private final Projections projections;

  ProjectionsHealth(Projections projections) {
    this.projections = projections;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    for (ProjectionReport report : projections.reports()) {
      health.withDetail(report.name(), report.state() + " at " + report.position());
      if (report.state() == ProjectionStatus.State.STOPPED) {
        health.down();
      }
    }
    return health.build();
  }
}
