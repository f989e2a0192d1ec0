package org.counterfoil.command.privacy.register;

import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.register.Register;
import org.counterfoil.domain.privacy.register.RegisterCommand;
import org.counterfoil.domain.privacy.register.RegisterDecider;
import org.counterfoil.domain.privacy.register.RegisterEvent;
import org.counterfoil.eventstore.log.EventLog;
import org.counterfoil.eventstore.log.RecordedEvent;

/** The registers of processing, as the log has them now. */
public final class Registers {

  private static final RegisterDecider DECIDER = new RegisterDecider();

  private final EventLog log;

  Registers(EventLog log) {
    this.log = log;
  }

  /** Of an organisation; empty where it never declared anything. */
  public Register of(OrganisationId organisation) {
    Register register = new Register();
    for (RecordedEvent recorded : log.readStream(RegisterCommand.registerOf(organisation))) {
      DECIDER.evolve(register, (RegisterEvent) recorded.envelope().payload());
    }
    return register;
  }
}
