package org.counterfoil.domain.organisation;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a network of organisations that pool venues. */
public record NetworkId(UUID value) implements Identifier {

  public static NetworkId of(String text) {
    return new NetworkId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
