package org.counterfoil.feed;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.utils.Utils;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.eventstore.codec.Envelope;

/**
 * Which partition an event belongs to: by its organisation, as Kafka's own producers divide keys
 * (murmur2 of the key's bytes), so that outsiders who know the key find the partition.
 */
public final class Partitioning {

  /** The key of events that belong to no organisation. */
  public static final String NO_ORGANISATION = "-";

  private Partitioning() {}

  /** The event's key: its organisation's id. */
  public static String keyOf(Envelope envelope) {
    OrganisationId organisation = envelope.organisation();
    return organisation == null ? NO_ORGANISATION : organisation.toString();
  }

  /** The partition of a key, from 0. */
  public static int partitionOf(String key, int partitions) {
    byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
    return Utils.toPositive(Utils.murmur2(bytes)) % partitions;
  }
}
