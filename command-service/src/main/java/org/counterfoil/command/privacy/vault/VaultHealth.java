package org.counterfoil.command.privacy.vault;

import org.counterfoil.vault.VaultUnavailable;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * Down where the vault or its key cannot be asked, unknown where none was set up. It is no part of
 * readiness: tickets are sold without personal data as well.
 */
final class VaultHealth implements HealthIndicator {

  private final OpenedVault vault;

  VaultHealth(OpenedVault vault) {
    this.vault = vault;
  }

  @Override
  public Health health() {
    if (!vault.isSetUp()) {
      return Health.unknown().build();
    }
    try {
      vault.get().requireOpen();
      return Health.up().build();
    } catch (VaultUnavailable away) {
      return Health.down().withDetail("reason", String.valueOf(away.getMessage())).build();
    }
  }

  boolean isOpen() {
    return health().getStatus().equals(Status.UP);
  }
}
