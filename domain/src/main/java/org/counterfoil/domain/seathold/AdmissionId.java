package org.counterfoil.domain.seathold;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies an admission token: the waiting room's leave to place one hold. */
public record AdmissionId(UUID value) implements Identifier {

  public static AdmissionId of(String text) {
    return new AdmissionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
