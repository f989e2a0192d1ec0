package org.counterfoil.domain.access;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a one-time login link. */
public record LoginLinkId(UUID value) implements Identifier {

  public static LoginLinkId of(String text) {
    return new LoginLinkId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
