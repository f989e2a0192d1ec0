package org.counterfoil.domain.order;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a payment. */
public record PaymentId(UUID value) implements Identifier {

  public static PaymentId of(String text) {
    return new PaymentId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
