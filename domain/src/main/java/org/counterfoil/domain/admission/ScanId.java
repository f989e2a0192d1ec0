package org.counterfoil.domain.admission;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies one scan; made by the gate, so that a scan sent twice counts once. */
public record ScanId(UUID value) implements Identifier {

  public static ScanId of(String text) {
    return new ScanId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
