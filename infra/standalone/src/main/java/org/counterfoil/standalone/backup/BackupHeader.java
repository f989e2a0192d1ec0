package org.counterfoil.standalone.backup;

import java.time.Instant;
import java.util.Map;
import org.counterfoil.eventstore.codec.DomainJson;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;

/**
 * What a backup says of itself, in its second line.
 *
 * @param format of the file; 1
 * @param schemas the version of each schema's tables
 * @param isDriven whether times in the log were made up, as those of the demonstration are
 * @param position of the log's last event at that moment; -1 for none
 * @param leaf the hash of that event in the log's tree, in hexadecimal; missing for none
 * @param root of the tree over all events, base64; missing where the log is not in it
 * @param checkpoint the newest signed one, whole; missing where the log is not in it or unsigned
 */
record BackupHeader(
    int format,
    BackupKind kind,
    Instant madeAt,
    Map<String, Integer> schemas,
    boolean isDriven,
    long position,
    @Nullable String leaf,
    @Nullable String root,
    @Nullable String checkpoint) {

  static final int FORMAT = 1;

  BackupHeader {
    schemas = Map.copyOf(schemas);
  }

  /**
   * @throws BackupFailure where it is no header, or of a format that this version does not know
   */
  static BackupHeader parse(String json) {
    try {
      BackupHeader header = DomainJson.mapper().readValue(json, BackupHeader.class);
      if (header.format() != FORMAT) {
        throw new BackupFailure(
            "Expected a backup of format " + FORMAT + ", but it is of format " + header.format());
      }
      return header;
    } catch (JacksonException unreadable) {
      throw new BackupFailure("Expected a backup of Counterfoil's, but it has no header");
    }
  }

  /** In one line. */
  String json() {
    return DomainJson.mapper().writeValueAsString(this);
  }
}
