package org.counterfoil.domain.voucher;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies a voucher. Its code is made from it, and is secret; the id is not. */
public record VoucherId(UUID value) implements Identifier {

  public static VoucherId of(String text) {
    return new VoucherId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
