package org.counterfoil.domain.venue;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a venue. */
public record VenueId(UUID value) implements Identifier {

  public static VenueId of(String text) {
    return new VenueId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
