package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/**
 * What staff bring in at the counter: what buyers tell them, what they note, and mostly nothing.
 */
@ExtendWith(SharedService.class)
class NoteTest {

  private static final String EMAIL = "counter@example.org";
  private static final String TEXT = "Marked: call in the evening";

  private final RunningService service;
  private final Theatre theatre;
  private final Visitors visitors;
  private final String notice;
  private final long before;

  NoteTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
    visitors
        .officer()
        .post(
            visitors.path("/purposes"),
            """
            {"key":"customer-care","name":"Suivi","dpvPurpose":"CustomerOrderManagement",
             "lawfulBasis":"A6-1-f","fields":["NOTE"],
             "retention":{"startsAt":"CAPTURE","period":"P1Y"}}
            """)
        .expecting(201);
    this.notice =
        visitors
            .officer()
            .post(
                visitors.path("/notices"),
                "{\"purpose\":\"customer-care\",\"language\":\"fr\",\"text\":\"Nous notons.\"}")
            .expecting(201)
            .text("/noticeVersionId");
    this.before = visitors.position();
  }

  private Answer write(String subject, String text, String purpose, String shown) {
    return theatre
        .staff()
        .post(
            visitors.path("/subjects/" + subject + "/notes"),
            "{\"text\":\"%s\",\"purpose\":\"%s\",\"notice\":\"%s\"}"
                .formatted(text, purpose, shown));
  }

  private Answer read(String subject) {
    return theatre
        .staff()
        .with("Disclosure-Reason", "CUSTOMER_SERVICE")
        .get(visitors.path("/subjects/" + subject + "/notes"));
  }

  private String somebody(String seat) {
    visitors.order(theatre.staff(), seat, visitors.delivered(EMAIL, "")).expecting(201);
    return visitors.subject(EMAIL);
  }

  private String log(long after) {
    return String.join(
        "\n",
        JdbcClient.create(service.database().as(DatabaseRoles.WRITER))
            .sql("select convert_from(entry, 'UTF8') from log.event where position > ?")
            .param(after)
            .query(String.class)
            .list());
  }

  /** A note that staff write later has its own reason, and changes that of nothing else. */
  @Test
  void whatIsNotedLaterChangesNotWhyTheNameIsKept() {
    String first = declare("P1Y");
    String told =
        ",\"buyer\":{\"email\":\"%s\",\"name\":\"Marked Name\"},\"captures\":{\"email\":{\"purpose\":\"ticket-delivery\",\"notice\":\"%s\"},\"name\":{\"purpose\":\"order-care\",\"notice\":\"%s\"}}"
            .formatted(EMAIL, visitors.notice("ticket-delivery"), first);
    String order = visitors.order("ORCH-A-1", told).expecting(201).text("/orderId");
    String subject = visitors.subject(EMAIL);
    String second = declare("P2Y");

    write(subject, TEXT, "order-care", second).expecting(204);

    JsonNode name = exported(subject, "NAME");
    assertThat(name.at("/noticeVersionId").asString()).isEqualTo(first);
    assertThat(name.at("/door").asString()).isEqualTo("ORDER");
    assertThat(name.at("/retention/period").asString()).isEqualTo("P1Y");
    assertThat(name.at("/orderId").asString()).isEqualTo(order);
    JsonNode note = exported(subject, "NOTE");
    assertThat(note.at("/noticeVersionId").asString()).isEqualTo(second);
    assertThat(note.at("/door").asString()).isEqualTo("BOX_OFFICE");
    assertThat(note.at("/retention/period").asString()).isEqualTo("P2Y");
    assertThat(note.has("orderId")).isFalse();
  }

  /** Declares, or declares anew, and answers the notice. */
  private String declare(String period) {
    visitors
        .officer()
        .post(
            visitors.path("/purposes"),
            """
            {"key":"order-care","name":"Suivi des commandes","dpvPurpose":"CustomerOrderManagement",
             "lawfulBasis":"A6-1-f","fields":["NAME","NOTE"],
             "retention":{"startsAt":"CAPTURE","period":"%s"}}
            """
                .formatted(period))
        .expecting(201);
    return visitors
        .officer()
        .post(
            visitors.path("/notices"),
            "{\"purpose\":\"order-care\",\"language\":\"fr\",\"text\":\"Nous suivons %s.\"}"
                .formatted(period))
        .expecting(201)
        .text("/noticeVersionId");
  }

  private JsonNode exported(String subject, String field) {
    for (JsonNode value : visitors.export(subject).expecting(200).json().at("/values")) {
      if (value.at("/field").asString().equals(field)) {
        return value;
      }
    }
    throw new AssertionError("Expected " + field + " in the export, but it is not there");
  }

  @Test
  void whatABuyerTellsAtTheCounterCameInThere_byWhoSatThere() {
    somebody("ORCH-A-1");

    RecordedEvent told =
        service.log().read(before, 1_000).stream()
            .filter(one -> one.envelope().payload() instanceof PersonalDataCaptured)
            .findFirst()
            .orElseThrow();
    assertThat(((PersonalDataCaptured) told.envelope().payload()).door())
        .isEqualTo(CaptureDoor.BOX_OFFICE);
    assertThat(told.envelope().actor().kind()).isEqualTo(Actor.Kind.API_TOKEN);
    visitors.order("ORCH-A-2", visitors.delivered("online@example.org", "")).expecting(201);
    assertThat(visitors.told(before).getLast())
        .isInstanceOfSatisfying(
            PersonalDataCaptured.class,
            online -> assertThat(online.door()).isEqualTo(CaptureDoor.ORDER));
  }

  @Test
  void aSaleAtTheCounterHoldsNothingOfAnybody() {
    theatre.sell("ORCH-A-3", "ORCH-A-4");

    assertThat(service.log().read(before, 1_000))
        .isNotEmpty()
        .noneMatch(one -> one.envelope().payload() instanceof SubjectEvent);
    assertThat(log(before)).doesNotContain("subjectId", "@", "captureId");
    assertThat(visitors.kept()).isZero();
    long between = visitors.position();
    somebody("ORCH-A-5");
    assertThat(log(between)).as("control").contains("subjectId", "captureId");
  }

  @Test
  void aNoteIsInTheVaultAlone_andReadingItIsRecorded() {
    String subject = somebody("ORCH-A-6");

    write(subject, TEXT, "customer-care", notice).expecting(204);

    long position = visitors.position();
    Answer notes = read(subject).expecting(200);
    assertThat(notes.text("/items/0/text")).isEqualTo(TEXT);
    assertThat(notes.text("/items/0/purpose")).isEqualTo("customer-care");
    assertThat(notes.header("Cache-Control")).contains("no-store");
    assertThat(visitors.events(position))
        .filteredOn(PersonalDataDisclosed.class::isInstance)
        .singleElement()
        .isInstanceOfSatisfying(
            PersonalDataDisclosed.class,
            reading -> {
              assertThat(reading.kind()).isEqualTo(DisclosureKind.VIEW);
              assertThat(reading.fields()).containsExactly(PersonalField.NOTE);
            });
    assertThat(log(before).toLowerCase(Locale.ROOT)).doesNotContain("marked", "evening");
    assertThat(visitors.export(subject).expecting(200).body())
        .as("it is the person's as well")
        .contains(TEXT);
  }

  @Test
  void aLaterNoteTakesItsPlace_andTheOlderIsDestroyed() {
    String subject = somebody("ORCH-A-7");
    write(subject, TEXT, "customer-care", notice).expecting(204);
    int kept = visitors.kept();

    write(subject, "another", "customer-care", notice).expecting(204);

    assertThat(visitors.kept()).isEqualTo(kept);
    assertThat(read(subject).expecting(200).body()).contains("another").doesNotContain(TEXT);
  }

  @Test
  void withoutAPurposeThatNeedsItNothingIsNoted_norWithoutAReasonRead() {
    String subject = somebody("ORCH-A-8");
    long position = visitors.position();

    assertThat(
            List.of(
                write(subject, TEXT, "ticket-delivery", visitors.notice("ticket-delivery"))
                    .outcome(),
                write(subject, TEXT, "gossip", notice).outcome(),
                write(subject, TEXT, "customer-care", visitors.notice("changes")).outcome(),
                write(subject, "a\\nb", "customer-care", notice).outcome()))
        .containsExactly(
            "409 FIELD_NOT_DECLARED",
            "409 PURPOSE_NOT_DECLARED",
            "409 NOTICE_OF_ANOTHER_PURPOSE",
            "400 INVALID_REQUEST");
    Answer unasked = theatre.staff().get(visitors.path("/subjects/" + subject + "/notes"));
    assertThat(unasked.text("/violations/0/field")).isEqualTo("Disclosure-Reason");
    visitors
        .officer()
        .post(
            visitors.path("/subjects/" + subject + "/restrictions"),
            "{\"reasonCode\":\"UNLAWFUL\"}")
        .expecting(204);
    assertThat(write(subject, TEXT, "customer-care", notice).outcome())
        .isEqualTo("409 PROCESSING_RESTRICTED");
    assertThat(read(subject).outcome()).isEqualTo("409 PROCESSING_RESTRICTED");
    assertThat(visitors.recorded(position)).containsExactly("ProcessingRestricted");
  }

  @Test
  void anotherOrganisationNotesNothingAboutHer() {
    String subject = somebody("ORCH-A-9");
    Theatre other = Theatre.in(service);

    assertThat(
            other
                .staff()
                .post(
                    "/privacy/" + other.organisation + "/subjects/" + subject + "/notes",
                    "{\"text\":\"x\",\"purpose\":\"customer-care\",\"notice\":\"%s\"}"
                        .formatted(notice))
                .outcome())
        .isEqualTo("404 UNKNOWN_SUBJECT");
  }
}
