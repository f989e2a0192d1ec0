package org.counterfoil.domain.privacy.controller;

import java.time.Instant;
import java.util.Set;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.controller.ControllerCommand.DescribeControllership;
import org.counterfoil.domain.privacy.controller.ControllerEvent.ControllerDescribed;

/** Decides about what the register says of the controller. */
public final class ControllerDecider
    implements Decider<ControllerCommand, Controllership, ControllerEvent> {

  private static final int MOST = 50;

  @Override
  public Decision<ControllerEvent> decide(
      ControllerCommand command, Controllership state, Instant now) {
    return switch (command) {
      case DescribeControllership describe -> describe(describe, state);
    };
  }

  private static Decision<ControllerEvent> describe(
      DescribeControllership describe, Controllership state) {
    ControllerDescription description = describe.description();
    if (description.equals(state.description)) {
      return Decision.accept();
    }
    int longest =
        Math.max(
            description.measures().size(),
            Math.max(description.transfers().size(), description.jointControllers().size()));
    if (longest > MOST) {
      return Decision.reject(
          ControllerRejection.TOO_MANY, "Expected at most " + MOST + " of each, but " + longest);
    }
    if (Set.copyOf(description.transfers()).size() < description.transfers().size()) {
      return Decision.reject(
          ControllerRejection.TRANSFER_REPEATED, "Expected each transfer once, but one repeats");
    }
    return Decision.accept(new ControllerDescribed(describe.organisationId(), description));
  }

  @Override
  public void evolve(Controllership state, ControllerEvent event) {
    switch (event) {
      case ControllerDescribed described -> state.description = described.description();
    }
  }
}
