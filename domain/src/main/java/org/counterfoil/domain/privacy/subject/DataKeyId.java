package org.counterfoil.domain.privacy.subject;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/**
 * Names the key under which the vault keeps one person's data for one purpose. The key itself is in
 * the vault; once it is destroyed, none of this name is ever made again.
 */
public record DataKeyId(UUID value) implements Identifier {

  public static DataKeyId of(String text) {
    return new DataKeyId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
