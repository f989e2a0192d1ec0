package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.PublicContact;
import org.counterfoil.domain.organisation.OrganisationId;
import org.counterfoil.domain.privacy.audit.AuditEvent.AuditRead;
import org.counterfoil.domain.privacy.audit.AuditQuestion;
import org.counterfoil.domain.privacy.audit.AuditReading;
import org.counterfoil.domain.privacy.audit.AuditReadings;
import org.counterfoil.domain.privacy.controller.ControllerEvent.ControllerDescribed;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.subject.DataSubjectId;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.EventLog;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever reads what is recorded about personal data is recorded, by name of token or session. */
@ExtendWith(SharedService.class)
class AuditReadingTest {

  private final RunningService service;
  private final Theatre theatre;
  private final Api officer;
  private final String path;

  AuditReadingTest(RunningService service) {
    this.service = service;
    theatre = Theatre.in(service);
    officer = Api.of(service).as(theatre.token("DPO"));
    path = "/privacy/" + theatre.organisation + "/audit-readings";
  }

  private Answer read(String reason, String body) {
    return officer.with("Disclosure-Reason", reason).post(path, body);
  }

  @Test
  void aReadingIsRecordedBeforeAnythingIsTold() {
    UUID somebody = UUID.randomUUID();

    Answer answer =
        read(
            "ACCESS_REQUEST",
            "{\"question\":\"TIMELINE\",\"subjectId\":\"%s\"}".formatted(somebody));

    assertThat(answer.expecting(201).text("/readingId")).isNotEmpty();
    Envelope recorded = at(Long.parseLong(answer.header("Counterfoil-Position")));
    assertThat(recorded.actor().kind()).isEqualTo(Actor.Kind.API_TOKEN);
    AuditRead read = (AuditRead) recorded.payload();
    assertThat(read.question()).isEqualTo(AuditQuestion.TIMELINE);
    assertThat(read.subjectId()).isEqualTo(new DataSubjectId(somebody));
    assertThat(read.reason()).isEqualTo(DisclosureReason.ACCESS_REQUEST);
    assertThat(recorded.organisation()).isEqualTo(read.organisationId());
  }

  @Test
  void withoutAReasonOrWithSomebodyMisplacedNothingIsRecorded() {
    long before = log().lastPosition();

    assertThat(officer.post(path, "{\"question\":\"BREACH\"}").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(read("CURIOSITY", "{\"question\":\"BREACH\"}").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(read("AUDIT", "{\"question\":\"TIMELINE\"}").outcome())
        .isEqualTo("400 SUBJECT_MISPLACED");
    assertThat(read("AUDIT", "{\"question\":\"EVERYTHING\"}").status()).isEqualTo(400);

    assertThat(log().read(before, 1_000))
        .extracting(recorded -> recorded.envelope().payload())
        .noneMatch(
            event ->
                event instanceof AuditRead read
                    && read.organisationId().toString().equals(theatre.organisation));
  }

  @Test
  void theRegisterSaysWhoAnswers_andRepeatingItChangesNothing() {
    String path = "/privacy/" + theatre.organisation + "/controller";
    String wish =
        """
        {"address":"4 quai du Lac","contact":"contact@theatre.example",
         "dpoContact":"dpo@theatre.example",
         "transfers":[{"recipient":"Envoyeur","country":"CA","safeguard":"ADEQUACY_DECISION"}]}
        """;

    Answer answer = officer.put(path, wish).expecting(204);

    ControllerDescribed described =
        (ControllerDescribed) at(Long.parseLong(answer.header("Counterfoil-Position"))).payload();
    assertThat(described.description().dpoContact())
        .isEqualTo(new PublicContact("dpo@theatre.example"));
    assertThat(described.description().transfers()).hasSize(1);
    assertThat(officer.put(path, wish).expecting(204).header("Counterfoil-Position"))
        .isEqualTo(answer.header("Counterfoil-Position"));
    assertThat(officer.put(path, wish.replace("dpo@", "jeanne.martin@")).outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(Api.of(service).as(theatre.token("ACCOUNTANT")).put(path, wish).status())
        .isEqualTo(403);
  }

  /** As the query service asks in the same process. */
  @Test
  void aReadingInTheSameProcessIsRecordedByItsReader() {
    Actor reader = new Actor(Actor.Kind.OPERATOR, UUID.randomUUID());

    long position =
        service
            .bean(AuditReadings.class)
            .record(
                new AuditReading(
                    new OrganisationId(UUID.fromString(theatre.organisation)),
                    AuditQuestion.REQUESTS,
                    null,
                    DisclosureReason.AUDIT),
                reader);

    assertThat(at(position).actor()).isEqualTo(reader);
    assertThat(at(position).payload()).isInstanceOf(AuditRead.class);
  }

  private EventLog log() {
    return service.bean(EventLog.class);
  }

  private Envelope at(long position) {
    return log().read(position - 1, 1).getFirst().envelope();
  }
}
