package org.counterfoil.domain.privacy.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.counterfoil.domain.Theatre.NOW;
import static org.counterfoil.domain.Theatre.ORGANISATION;
import static org.counterfoil.domain.privacy.Persons.SOMEBODY;

import java.util.List;
import org.counterfoil.domain.DecisionTable;
import org.counterfoil.domain.Theatre;
import org.counterfoil.domain.Then;
import org.counterfoil.domain.privacy.audit.AuditCommand.ReadAudit;
import org.counterfoil.domain.privacy.audit.AuditEvent.AuditRead;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whoever reads the records is recorded. */
class AuditDeciderTest {

  private static final AuditReadingId READING = new AuditReadingId(Theatre.id(700));

  private final AuditDecider decider = new AuditDecider();
  private final RecordedReading state = new RecordedReading();

  private static ReadAudit read(AuditQuestion question, @Nullable DataSubjectId subject) {
    return new ReadAudit(
        READING, new AuditReading(ORGANISATION, question, subject, DisclosureReason.AUDIT));
  }

  @ParameterizedTest
  @EnumSource(AuditQuestion.class)
  void aReadingIsRecorded_withWhomItIsAbout(AuditQuestion question) {
    DataSubjectId subject = question.isAboutSomebody() ? SOMEBODY : null;

    assertThat(Then.events(decider.decide(read(question, subject), state, NOW)))
        .isEqualTo(
            List.of(
                new AuditRead(READING, ORGANISATION, question, subject, DisclosureReason.AUDIT)));
    assertThat(
            DecisionTable.answer(
                decider.decide(
                    read(question, question.isAboutSomebody() ? null : SOMEBODY), state, NOW)))
        .isEqualTo("SUBJECT_MISPLACED");
  }

  @Test
  void repeatingItChangesNothing() {
    ReadAudit read = read(AuditQuestion.DISCLOSURES, null);
    Then.events(decider.decide(read, state, NOW))
        .forEach(event -> decider.evolve(state, (AuditEvent) event));

    assertThat(DecisionTable.answer(decider.decide(read, state, NOW))).isEqualTo("nothing");
  }
}
