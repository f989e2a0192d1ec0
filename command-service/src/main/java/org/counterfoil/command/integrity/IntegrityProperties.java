package org.counterfoil.command.integrity;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import org.counterfoil.eventstore.integrity.growth.DeliverySettings;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code counterfoil.integrity}.
 *
 * @param keys the folder of the keys that sign, outside the database and in other backups than it;
 *     the first key is made there
 * @param every how often a checkpoint is signed while there is news
 * @param webhook where checkpoints are sent; nowhere if missing
 */
@ConfigurationProperties("counterfoil.integrity")
record IntegrityProperties(
    Path keys, @DefaultValue("2s") Duration every, @Nullable Webhook webhook) {

  private static final Duration FIRST_RETRY = Duration.ofSeconds(5);

  /**
   * Where checkpoints are sent.
   *
   * @param url of http or https; takes the note by POST as plain text
   * @param every the least time between two, except at the end of a day
   * @param zone whose days those are; the machine's if missing
   */
  record Webhook(URI url, @DefaultValue("1h") Duration every, @Nullable ZoneId zone) {

    DeliverySettings settings() {
      return new DeliverySettings(
          url, every, zone == null ? ZoneId.systemDefault() : zone, FIRST_RETRY);
    }

    /** Without the address, which may hold a secret. */
    @Override
    public String toString() {
      return "Webhook[every=" + every + ", zone=" + zone + "]";
    }
  }
}
