package org.counterfoil.domain.performance;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sale for those who have a code, before the sale opens for their channel. A code opens early; it
 * never opens what is closed again.
 *
 * @param codes stand for the codes, each once
 * @param window when it is open; without an end, until the sale opens
 * @param maxSeatsPerCode the most places that one code is good for, held and sold; missing for any
 *     number
 */
public record Presale(
    List<PresaleCodeMark> codes, OnsaleWindow window, @Nullable Integer maxSeatsPerCode) {

  public Presale {
    codes = List.copyOf(codes);
  }

  boolean isOpenAt(Instant now) {
    return window.isOpenAt(now);
  }
}
