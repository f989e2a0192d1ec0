package org.counterfoil.domain.heldback;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies places that were held back together: by a hold code, a kill or an allotment. */
public record HeldBackId(UUID value) implements Identifier {

  public static HeldBackId of(String text) {
    return new HeldBackId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
