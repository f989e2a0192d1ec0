package org.counterfoil.query.audit.subject;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The text that a person was shown.
 *
 * @param language missing where the notice's publication is not known
 * @param sha256 as it was recorded when it was shown
 * @param text missing where there is none under its hash, or another than was shown
 */
public record ShownNotice(
    UUID noticeVersionId,
    @Nullable String language,
    String sha256,
    NoticeState state,
    @Nullable String text) {

  /** What is found under the hash. */
  public enum NoticeState {
    /** A text whose SHA-256 it is. */
    VERIFIED,
    /** No text. */
    MISSING,
    /** A text with another SHA-256: the store is damaged. */
    DAMAGED
  }
}
