package org.counterfoil.domain.privacy.audit;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies one reading of what is recorded about personal data. */
public record AuditReadingId(UUID value) implements Identifier {

  public static AuditReadingId of(String text) {
    return new AuditReadingId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
