package org.counterfoil.command.privacy.register;

import java.util.List;
import java.util.Optional;
import org.counterfoil.command.exchange.Directory;
import org.counterfoil.domain.organisation.OrganisationEvent.OrganisationCreated;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.controller.ControllerCommand;
import org.counterfoil.domain.privacy.controller.ControllerDecider;
import org.counterfoil.domain.privacy.controller.ControllerDescription;
import org.counterfoil.domain.privacy.controller.ControllerEvent;
import org.counterfoil.domain.privacy.controller.Controllership;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/** Who answers for the data, as the log has it now. */
public final class Controllers {

  private static final ControllerDecider DECIDER = new ControllerDecider();

  private final EventLog log;
  private final Directory directory;

  Controllers(EventLog log, Directory directory) {
    this.log = log;
    this.directory = directory;
  }

  /** Of an organisation; what the register does not say is not there. */
  public ControllerContacts of(OrganisationId organisation) {
    OrganisationCreated created = directory.organisation(organisation);
    Controllership state = new Controllership();
    for (RecordedEvent recorded : log.readStream(ControllerCommand.controllerOf(organisation))) {
      DECIDER.evolve(state, (ControllerEvent) recorded.envelope().payload());
    }
    Optional<ControllerDescription> described = state.description();
    return new ControllerContacts(
        created.legalName(),
        created.country(),
        described.map(ControllerDescription::address).orElse(null),
        described.map(ControllerDescription::contact).orElse(null),
        described.map(ControllerDescription::dpoContact).orElse(created.dpoContact()),
        described.map(ControllerDescription::transfers).orElse(List.of()));
  }
}
