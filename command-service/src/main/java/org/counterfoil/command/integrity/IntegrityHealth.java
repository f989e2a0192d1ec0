package org.counterfoil.command.integrity;

import org.counterfoil.eventstore.integrity.growth.CheckpointDelivery;
import org.counterfoil.eventstore.integrity.growth.IntegrityStatus;
import org.counterfoil.eventstore.integrity.growth.LogIntegrity;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Down where the log and what was signed of it do not belong together: somebody must look at it,
 * and nothing is signed meanwhile. It is no part of readiness, because selling depends on nothing
 * of it. That checkpoints cannot be sent is told, and no reason to be down.
 */
final class IntegrityHealth implements HealthIndicator {

  private final LogIntegrity integrity;
  private final @Nullable CheckpointDelivery delivery;

  IntegrityHealth(LogIntegrity integrity, @Nullable CheckpointDelivery delivery) {
    this.integrity = integrity;
    this.delivery = delivery;
  }

  @Override
  public Health health() {
    IntegrityStatus status = integrity.status();
    Health.Builder health = status.fault() == null ? Health.up() : Health.down();
    health
        .withDetail("isLeader", status.isLeader())
        .withDetail("treeSize", status.treeSize())
        .withDetail("signedSize", status.signedSize());
    if (status.fault() != null) {
      health.withDetail("fault", status.fault());
    }
    if (delivery != null) {
      CheckpointDelivery.DeliveryStatus sending = delivery.status();
      health
          .withDetail("webhookFailures", sending.failures())
          .withDetail("webhookProblem", sending.problem() == null ? "none" : sending.problem());
    }
    return health.build();
  }
}
