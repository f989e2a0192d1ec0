package org.counterfoil.domain.privacy.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.privacy.Persons.SOMEBODY;

import java.time.Instant;
import java.util.List;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.privacy.Persons;
import org.counterfoil.domain.privacy.imports.ImportCommand.EndImport;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.CaptureId;
import org.counterfoil.domain.privacy.subject.DataSubject;
import org.counterfoil.domain.privacy.subject.SubjectCommand.RecordOrigin;
import org.counterfoil.domain.privacy.subject.SubjectDecider;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.junit.jupiter.api.Test;

/** What was brought from elsewhere says from where, and nothing comes from the future. */
class ImportDeciderTest {

  private static final ImportFigures FIGURES = new ImportFigures(9, 5, 2, 8, 4, 1, 2);

  private final ImportDecider decider = new ImportDecider();
  private final SubjectDecider people = new SubjectDecider();

  private static EndImport ended(Instant exportedAt) {
    return new EndImport(
        new ImportId(Theatre.id(640)),
        ORGANISATION,
        new SourceCode("OLD-BOX-OFFICE"),
        exportedAt,
        FIGURES);
  }

  private static RecordOrigin origin(Instant exportedAt) {
    return new RecordOrigin(
        ORGANISATION,
        SOMEBODY,
        new ImportId(Theatre.id(640)),
        new SourceCode("OLD-BOX-OFFICE"),
        exportedAt,
        List.of(new CaptureId(Theatre.id(1))),
        List.of());
  }

  @Test
  void anImportEndsOnce_withItsFigures() {
    Import state = new Import();
    var events = Then.events(decider.decide(ended(NOW), state, NOW));

    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            ImportEvent.PeopleImported.class,
            ended -> assertThat(ended.figures()).isEqualTo(FIGURES));
    events.forEach(event -> decider.evolve(state, (ImportEvent) event));
    assertThat(DecisionTable.answer(decider.decide(ended(NOW), state, NOW))).isEqualTo("nothing");
  }

  @Test
  void nothingWasExportedInTheFuture() {
    Instant later = NOW.plusMillis(1);
    assertThat(DecisionTable.answer(decider.decide(ended(later), new Import(), NOW)))
        .isEqualTo("EXPORTED_IN_THE_FUTURE");

    DataSubject somebody = new DataSubject();
    Then.events(people.decide(Persons.capture(1, 50, PersonalField.EMAIL), somebody, NOW))
        .forEach(event -> people.evolve(somebody, (SubjectEvent) event));
    assertThat(DecisionTable.answer(people.decide(origin(later), somebody, NOW)))
        .isEqualTo("EXPORTED_IN_THE_FUTURE");
    assertThat(DecisionTable.answer(people.decide(origin(NOW), somebody, NOW)))
        .isEqualTo("PersonalDataImported");
  }

  @Test
  void nobodyBeginsWithAnOriginAlone() {
    assertThat(DecisionTable.answer(people.decide(origin(NOW), new DataSubject(), NOW)))
        .isEqualTo("UNKNOWN_SUBJECT");
  }

  @Test
  void anAnswerIsKnownByItsMomentAndByWhatItWas() {
    DataSubject somebody = new DataSubject();
    Then.events(people.decide(Persons.capture(1, 50, PersonalField.EMAIL), somebody, NOW))
        .forEach(event -> people.evolve(somebody, (SubjectEvent) event));
    Then.events(people.decide(Persons.consent(true), somebody, NOW))
        .forEach(event -> people.evolve(somebody, (SubjectEvent) event));

    assertThat(somebody.hasAnswered(Persons.NEWSLETTER, NOW, true)).isTrue();
    assertThat(somebody.hasAnswered(Persons.NEWSLETTER, NOW, false)).isFalse();
    assertThat(somebody.hasAnswered(Persons.NEWSLETTER, NOW.plusMillis(1), true)).isFalse();
    assertThat(somebody.hasAnswered(Persons.DELIVERY, NOW, true)).isFalse();
    assertThat(somebody.hasTakenBackSince(Persons.NEWSLETTER, NOW.minusMillis(1))).isFalse();
    Then.events(people.decide(Persons.consent(false), somebody, NOW.plusMillis(5)))
        .forEach(event -> people.evolve(somebody, (SubjectEvent) event));
    assertThat(somebody.hasTakenBackSince(Persons.NEWSLETTER, NOW)).isTrue();
    assertThat(somebody.hasTakenBackSince(Persons.NEWSLETTER, NOW.plusMillis(5))).isTrue();
    assertThat(somebody.hasTakenBackSince(Persons.NEWSLETTER, NOW.plusMillis(6))).isFalse();
  }
}
