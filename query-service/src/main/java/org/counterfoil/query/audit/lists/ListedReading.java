package org.counterfoil.query.audit.lists;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Somebody read personal data, or what is recorded about them.
 *
 * @param kind what was read
 * @param how how values were read, of {@code DisclosureKind}; or which question was asked of the
 *     records, of {@code AuditQuestion}
 * @param reason why, of the published list
 * @param people of how many
 * @param subjects whose, at most the first hundred
 * @param recipient to whom else they went
 * @param actor who read, as {@code KIND:id}
 */
public record ListedReading(
    long position,
    Instant at,
    Kind kind,
    String how,
    String reason,
    List<String> purposes,
    List<String> fields,
    long people,
    List<UUID> subjects,
    @Nullable String recipient,
    String actor) {

  /** Under which the words for how stand, in the files of texts. */
  public String howKey() {
    return switch (kind) {
      case PERSONAL_DATA -> "audit.how." + how;
      case RECORDS -> "audit.question." + how;
    };
  }

  /** What was read. */
  public enum Kind {
    /** Values, from the vault. */
    PERSONAL_DATA,
    /** What is recorded about them, which holds no value. */
    RECORDS
  }
}
