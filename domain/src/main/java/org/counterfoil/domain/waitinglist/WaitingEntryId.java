package org.counterfoil.domain.waitinglist;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/**
 * Identifies an entry of a waiting list. The hold by which the entry is offered places has the same
 * id, so that no id need be made when they come back.
 */
public record WaitingEntryId(UUID value) implements Identifier {

  public static WaitingEntryId of(String text) {
    return new WaitingEntryId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
