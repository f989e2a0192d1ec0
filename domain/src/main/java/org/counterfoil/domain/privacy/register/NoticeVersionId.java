package org.counterfoil.domain.privacy.register;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies the exact text that people are shown when they are asked for data. */
public record NoticeVersionId(UUID value) implements Identifier {

  public static NoticeVersionId of(String text) {
    return new NoticeVersionId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
