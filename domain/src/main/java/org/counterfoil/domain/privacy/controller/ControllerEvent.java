package org.counterfoil.domain.privacy.controller;

import org.counterfoil.domain.Event;
import org.counterfoil.domain.EventType;
import org.counterfoil.domain.organisation.OrganisationId;

/** What happened to what the register says of the controller. */
public sealed interface ControllerEvent extends Event {

  OrganisationId organisationId();

  /** Who answers for the processing, and how it is reached. Replaces what was described before. */
  @EventType(name = "controller.described", revision = 1)
  record ControllerDescribed(OrganisationId organisationId, ControllerDescription description)
      implements ControllerEvent {}
}
