package org.counterfoil.domain.privacy.disclosure;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.counterfoil.domain.Decider;
import org.counterfoil.domain.Decision;
import org.counterfoil.domain.privacy.disclosure.DisclosureCommand.RecordDisclosure;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;

/** Decides about readings of personal data: each is recorded, however many people it concerns. */
public final class DisclosureDecider
    implements Decider<DisclosureCommand, Disclosure, DisclosureEvent> {

  /** How many people one event names: with them it stays well below what an event may be. */
  private static final int MOST_PEOPLE = 1_000;

  @Override
  public Decision<DisclosureEvent> decide(
      DisclosureCommand command, Disclosure state, Instant now) {
    return switch (command) {
      case RecordDisclosure reading ->
          state.isRecorded ? Decision.accept() : Decision.accept(record(reading));
    };
  }

  private static List<DisclosureEvent> record(RecordDisclosure reading) {
    List<DisclosureEvent> events = new ArrayList<>();
    int from = 0;
    do {
      int to = Math.min(from + MOST_PEOPLE, reading.subjects().size());
      events.add(
          new PersonalDataDisclosed(
              reading.disclosureId(),
              reading.organisationId(),
              reading.kind(),
              reading.reason(),
              reading.subjects().subList(from, to),
              reading.purposes(),
              reading.fields(),
              reading.recipient()));
      from = to;
    } while (from < reading.subjects().size());
    return events;
  }

  @Override
  public void evolve(Disclosure state, DisclosureEvent event) {
    switch (event) {
      case PersonalDataDisclosed disclosed -> state.isRecorded = true;
    }
  }
}
