package org.counterfoil.domain.seathold;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a ticket. */
public record TicketId(UUID value) implements Identifier {

  public static TicketId of(String text) {
    return new TicketId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
