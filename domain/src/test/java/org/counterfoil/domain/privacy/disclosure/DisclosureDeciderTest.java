package org.counterfoil.domain.privacy.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;

import java.util.List;
import java.util.stream.IntStream;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.privacy.Persons;
import org.counterfoil.domain.privacy.disclosure.DisclosureCommand.RecordDisclosure;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every reading is recorded, of nobody and of thousands. */
class DisclosureDeciderTest {

  private final DisclosureDecider decider = new DisclosureDecider();

  private static RecordDisclosure reading(int people) {
    return new RecordDisclosure(
        new DisclosureId(Theatre.id(630)),
        ORGANISATION,
        DisclosureKind.LIST,
        DisclosureReason.MAILING,
        IntStream.range(0, people)
            .mapToObj(number -> new DataSubjectId(Theatre.id(10_000 + number)))
            .toList(),
        List.of(Persons.NEWSLETTER),
        List.of(PersonalField.EMAIL),
        null);
  }

  @ParameterizedTest
  @CsvSource({"0, 1", "1, 1", "1000, 1", "1001, 2", "2500, 3"})
  void nobodyIsLeftOut(int people, int events) {
    RecordDisclosure reading = reading(people);

    List<Event> told = Then.events(decider.decide(reading, new Disclosure(), NOW));

    assertThat(told).hasSize(events);
    assertThat(
            told.stream()
                .flatMap(event -> ((PersonalDataDisclosed) event).subjects().stream())
                .toList())
        .isEqualTo(reading.subjects());
  }

  @Test
  void itIsRecordedOnce() {
    Disclosure state = new Disclosure();
    Then.events(decider.decide(reading(2), state, NOW))
        .forEach(event -> decider.evolve(state, (DisclosureEvent) event));

    assertThat(DecisionTable.answer(decider.decide(reading(2), state, NOW))).isEqualTo("nothing");
  }
}
