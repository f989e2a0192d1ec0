package org.counterfoil.command.imports;

import java.time.Instant;
import org.counterfoil.domain.privacy.RegisterEvent.NoticePublished;
import org.counterfoil.domain.privacy.SourceCode;
import org.jspecify.annotations.Nullable;

/**
 * An answer in a file.
 *
 * @param notice the text that was shown; missing where the file does not say
 * @param at when; missing where the file does not say
 * @param source where; missing where the file does not say
 */
record FileAnswer(
    MappedConsent mapped,
    boolean isGiven,
    @Nullable NoticePublished notice,
    @Nullable Instant at,
    @Nullable SourceCode source) {

  /** Why it cannot count, as far as the file tells; missing where it can. */
  @Nullable NotCounted reason() {
    if (!isGiven) {
      return null;
    }
    if (notice == null) {
      return NotCounted.NO_TEXT;
    }
    if (at == null) {
      return NotCounted.NO_TIME;
    }
    return source == null ? NotCounted.NO_SOURCE : null;
  }
}
