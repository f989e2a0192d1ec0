package org.counterfoil.command.imports;

import java.time.Instant;
import org.counterfoil.domain.privacy.imports.SourceCode;
import org.counterfoil.domain.privacy.register.RegisterEvent.NoticePublished;
import org.jspecify.annotations.Nullable;

/**
 * An answer in a file.
 *
 * @param notice the text that was shown; missing where the file does not say, or not so that it is
 *     known
 * @param saysText whether the file says anything of it
 * @param at when; missing where the file does not say
 * @param source where; missing where the file does not say, or not so that it is known
 * @param saysSource whether the file says anything of it
 */
record FileAnswer(
    MappedConsent mapped,
    boolean isGiven,
    @Nullable NoticePublished notice,
    boolean saysText,
    @Nullable Instant at,
    @Nullable SourceCode source,
    boolean saysSource) {

  /** Why it cannot count, as far as the file tells; missing where it can. */
  @Nullable NotCounted reason() {
    if (!isGiven) {
      return null;
    }
    if (notice == null) {
      return saysText ? NotCounted.UNKNOWN_TEXT : NotCounted.NO_TEXT;
    }
    if (at == null) {
      return NotCounted.NO_TIME;
    }
    if (source != null) {
      return null;
    }
    return saysSource ? NotCounted.UNKNOWN_SOURCE : NotCounted.NO_SOURCE;
  }
}
