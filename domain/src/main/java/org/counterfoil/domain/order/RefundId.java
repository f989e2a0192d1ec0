package org.counterfoil.domain.order;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a refund. */
public record RefundId(UUID value) implements Identifier {

  public static RefundId of(String text) {
    return new RefundId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
