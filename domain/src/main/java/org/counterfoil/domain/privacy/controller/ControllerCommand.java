package org.counterfoil.domain.privacy.controller;

import java.util.UUID;
import org.counterfoil.domain.Command;
import org.counterfoil.domain.organisation.OrganisationId;

/** Commands about what the register says of the controller. */
public sealed interface ControllerCommand extends Command {

  OrganisationId organisationId();

  @Override
  default UUID laneKey() {
    return controllerOf(organisationId());
  }

  /**
   * The stream of its own: the organisation's id with a version of 8, which RFC 9562 leaves to
   * whoever uses it, and another last byte than that of its books and its register.
   */
  static UUID controllerOf(OrganisationId organisation) {
    UUID id = organisation.value();
    return new UUID(
        (id.getMostSignificantBits() & ~0xF000L) | 0x8000L, id.getLeastSignificantBits() ^ 0x43L);
  }

  /** Says who answers for the processing. Repeating it changes nothing. */
  record DescribeControllership(OrganisationId organisationId, ControllerDescription description)
      implements ControllerCommand {}
}
