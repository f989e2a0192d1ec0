package org.counterfoil.domain;

import java.util.UUID;

/** Identifies an order. */
public record OrderId(UUID value) implements Identifier {

  public static OrderId of(String text) {
    return new OrderId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
