package org.counterfoil.domain.organisation;

import java.util.UUID;
import org.counterfoil.domain.Identifier;

/** Identifies an organisation, the seller of record and data controller. */
public record OrganisationId(UUID value) implements Identifier {

  public static OrganisationId of(String text) {
    return new OrganisationId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
