package org.counterfoil.domain.privacy.subject;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies one capture: what a person told at one moment, for one purpose. */
public record CaptureId(UUID value) implements Identifier {

  public static CaptureId of(String text) {
    return new CaptureId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
