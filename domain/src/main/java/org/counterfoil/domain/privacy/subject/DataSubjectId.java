package org.counterfoil.domain.privacy.subject;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/**
 * Stands for a person at one organisation, and tells nothing about it. The same person has another
 * one at another organisation.
 */
public record DataSubjectId(UUID value) implements Identifier {

  public static DataSubjectId of(String text) {
    return new DataSubjectId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
