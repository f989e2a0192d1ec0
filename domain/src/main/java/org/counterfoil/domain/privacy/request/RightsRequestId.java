package org.counterfoil.domain.privacy.request;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a request by which a person exercises a right. */
public record RightsRequestId(UUID value) implements Identifier {

  public static RightsRequestId of(String text) {
    return new RightsRequestId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
