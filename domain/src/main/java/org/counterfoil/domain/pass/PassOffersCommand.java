package org.counterfoil.domain.pass;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.organisation.OrganisationId;

/** Commands about the passes that an organisation sells. */
public sealed interface PassOffersCommand extends Command {

  OrganisationId organisationId();

  @Override
  default UUID laneKey() {
    return offersOf(organisationId());
  }

  /** Their stream, found from whose they are (a name-based UUID, RFC 9562). */
  static UUID offersOf(OrganisationId organisation) {
    return UUID.nameUUIDFromBytes(
        ("pass offers of " + organisation).getBytes(StandardCharsets.UTF_8));
  }

  /** Replaces the passes that it sells. */
  record SetPassOffers(OrganisationId organisationId, List<PassOffer> offers)
      implements PassOffersCommand {
    public SetPassOffers {
      offers = List.copyOf(offers);
    }
  }
}
