package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.CaptureDoor;
import org.counterfoil.domain.privacy.subject.ErasureReason;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataCaptured;
import org.counterfoil.domain.privacy.subject.SubjectEvent.PersonalDataErased;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Who is expected by name is told at the door, with the reason recorded, and kept nowhere else. */
@ExtendWith(SharedService.class)
class GuestListTest {

  private static final String NAME = "Marked Guest";

  private final RunningService service;
  private final Theatre theatre;
  private final Visitors visitors;
  private final long before;

  GuestListTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
    this.before = visitors.position();
  }

  private String path() {
    return path(theatre.performance);
  }

  private static String path(String performance) {
    return "/performances/" + performance + "/guest-list";
  }

  private Answer expect(String name, String about) {
    return expect(name, about, "guest-list");
  }

  private Answer expect(String name, String about, String purpose) {
    return theatre
        .staff()
        .post(
            path(),
            "{\"name\":\"%s\",%s,\"notice\":\"%s\",\"purpose\":\"%s\"}"
                .formatted(name, about, visitors.notice(purpose), purpose));
  }

  private Answer list() {
    return Api.of(service)
        .as(theatre.token("ADMISSION"))
        .with("Disclosure-Reason", "ADMISSION")
        .get(path());
  }

  private String order(String... seats) {
    Answer order = theatre.order(theatre.staff(), theatre.hold(theatre.staff(), seats));
    theatre.pay(theatre.staff(), order, "CASH", order.json().at("/totalMinor").asLong());
    return order.expecting(201).text("/orderId");
  }

  @Test
  void aGuestIsExpectedWithAnOrdersTickets_andIsInTheVaultAlone() {
    String order = order("ORCH-A-1", "ORCH-A-2");

    Answer listed = expect(NAME, "\"orderId\":\"%s\"".formatted(order)).expecting(201);

    assertThat(listed.json().at("/ticketNumbers")).hasSize(2);
    assertThat(visitors.told(before))
        .singleElement()
        .isInstanceOfSatisfying(
            PersonalDataCaptured.class,
            told -> {
              assertThat(told.door()).isEqualTo(CaptureDoor.ADMISSION_LIST);
              assertThat(String.valueOf(told.orderId())).isEqualTo(order);
              assertThat(told.purpose().value()).isEqualTo("guest-list");
            });
    assertThat(visitors.kept()).isEqualTo(1);
    assertThat(log()).doesNotContain("marked");
    assertThat(listed.body()).doesNotContainIgnoringCase("marked");
  }

  private String log() {
    return String.join(
            "\n",
            JdbcClient.create(service.database().as(DatabaseRoles.WRITER))
                .sql("select convert_from(entry, 'UTF8') from log.event where position > ?")
                .param(before)
                .query(String.class)
                .list())
        .toLowerCase(Locale.ROOT);
  }

  @Test
  void theDoorIsToldWhoIsExpected_withTicketsAndWhetherTheyAreIn_andThatIsRecorded() {
    String order = order("ORCH-A-3", "ORCH-A-4");
    expect(NAME, "\"orderId\":\"%s\"".formatted(order)).expecting(201);
    Answer sold = theatre.sell("ORCH-A-5");
    String ticket = sold.text("/tickets/0/ticketId");
    expect("another guest", "\"ticketId\":\"%s\"".formatted(ticket)).expecting(201);
    Answer hold = theatre.hold(theatre.staff(), "ORCH-A-6").expecting(201);
    String holder =
        "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"ORCH-A-6\",\"priceType\":\"FULL\",\"holder\":{\"name\":\"Zoe Holder\",\"notice\":\"%s\"}}]}"
            .formatted(hold.text("/holdId"), visitors.notice("nominative-sport"));
    Answer named = theatre.staff().post("/orders", holder).expecting(201);
    theatre.pay(theatre.staff(), named, "CASH", 2_500).expecting(201);
    admit(sold);
    long position = visitors.position();

    Answer list = list().expecting(200);

    JsonNode items = list.json().at("/items");
    assertThat(items).hasSize(3);
    assertThat(items.at("/0/name").asString()).isEqualTo("another guest");
    assertThat(items.at("/0/tickets/0/admitted").asBoolean()).isTrue();
    assertThat(items.at("/1/name").asString()).isEqualTo(NAME);
    assertThat(items.at("/1/tickets")).hasSize(2);
    assertThat(items.at("/1/tickets/0/admitted").asBoolean()).isFalse();
    assertThat(items.at("/2/name").asString()).isEqualTo("Zoe Holder");
    assertThat(items.at("/2/onList").asBoolean()).isFalse();
    assertThat(list.header("Cache-Control")).contains("no-store");
    assertThat(disclosed(position))
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.kind()).isEqualTo(DisclosureKind.LIST);
              assertThat(reading.reason()).isEqualTo(DisclosureReason.ADMISSION);
              assertThat(reading.subjects()).hasSize(3);
            });
  }

  private void admit(Answer sold) {
    Answer scan =
        Api.of(service)
            .as(theatre.token("ADMISSION"))
            .post(
                "/admissions",
                "{\"code\":\"%s\",\"gate\":\"EAST\",\"performanceIds\":[\"%s\"]}"
                    .formatted(sold.text("/tickets/0/code"), theatre.performance))
            .expecting(200);
    assertThat(scan.json().at("/admitted").asBoolean()).as(scan.body()).isTrue();
  }

  private List<PersonalDataDisclosed> disclosed(long after) {
    return visitors.events(after).stream()
        .filter(PersonalDataDisclosed.class::isInstance)
        .map(PersonalDataDisclosed.class::cast)
        .filter(event -> event.organisationId().toString().equals(theatre.organisation))
        .toList();
  }

  @Test
  void withoutAReasonNobodyIsNamed_andNothingIsRecorded() {
    expect(NAME, "\"orderId\":\"%s\"".formatted(order("ORCH-A-7"))).expecting(201);
    long position = visitors.position();

    Answer refused = theatre.staff().get(path());

    assertThat(refused.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(refused.text("/violations/0/field")).isEqualTo("Disclosure-Reason");
    Answer curious =
        Api.of(service)
            .as(theatre.token("ADMISSION"))
            .with("Disclosure-Reason", "MAILING")
            .get("/performances/" + theatre.performance + "/guest-list");
    assertThat(curious.text("/violations/0/field")).isEqualTo("Disclosure-Reason");
    assertThat(refused.body()).doesNotContain(NAME);
    assertThat(disclosed(position)).isEmpty();
  }

  @Test
  void whoIsTakenOffTheListIsErasedForIt_andTheTicketsStay() {
    String order = order("ORCH-B-1");
    String guest =
        expect(NAME, "\"orderId\":\"%s\"".formatted(order)).expecting(201).text("/subjectId");
    String other = order("ORCH-B-2");
    expect("stays", "\"orderId\":\"%s\"".formatted(other)).expecting(201);
    long position = visitors.position();

    theatre.staff().delete(path() + "/" + guest).expecting(204);

    assertThat(visitors.told(position))
        .singleElement()
        .isInstanceOfSatisfying(
            PersonalDataErased.class,
            erased -> assertThat(erased.reason()).isEqualTo(ErasureReason.NO_LONGER_NEEDED));
    assertThat(visitors.kept()).isEqualTo(1);
    assertThat(list().expecting(200).body()).contains("stays").doesNotContain(NAME);
    theatre.staff().delete(path() + "/" + guest).expecting(204);
    assertThat(visitors.told(position)).as("repeated").hasSize(1);
    assertThat(theatre.staff().get("/orders/" + order).expecting(200).text("/state"))
        .isEqualTo("COMPLETED");
  }

  @Test
  void onlyWhoIsOnThisListIsTakenOffIt() {
    visitors.order("ORCH-B-3", visitors.delivered("buyer@example.org", "")).expecting(201);
    String buyer = visitors.subject("buyer@example.org");

    assertThat(theatre.staff().delete(path() + "/" + buyer).outcome())
        .isEqualTo("404 UNKNOWN_SUBJECT");
    Theatre other = Theatre.in(service);
    String guest =
        expect(NAME, "\"orderId\":\"%s\"".formatted(order("ORCH-B-4")))
            .expecting(201)
            .text("/subjectId");
    assertThat(other.staff().delete(path(other.performance) + "/" + guest).outcome())
        .isEqualTo("404 UNKNOWN_SUBJECT");
    assertThat(other.staff().delete(path() + "/" + guest).outcome()).isEqualTo("403 ACCESS_DENIED");
    assertThat(visitors.kept()).isEqualTo(2);
  }

  @Test
  void nobodyIsExpectedForNothing() {
    long position = visitors.position();
    String unpaid =
        theatre.order(theatre.staff(), theatre.hold(theatre.staff(), "ORCH-B-5")).text("/orderId");

    Answer without = expect(NAME, "\"orderId\":\"%s\"".formatted(unpaid));
    assertThat(without.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(without.text("/violations/0/field")).isEqualTo("orderId");
    String order = order("ORCH-B-6");
    String another = "\"orderId\":\"%s\"".formatted(order);
    Answer field = expect(NAME, another, "newsletter");
    assertThat(field.outcome()).isEqualTo("409 FIELD_NOT_DECLARED");
    assertThat(field.text("/violations/0/field")).isEqualTo("name");
    assertThat(expect(NAME, another + ",\"ticketId\":\"" + order + "\"").outcome())
        .isEqualTo("400 INVALID_REQUEST");
    assertThat(field.body()).doesNotContain(NAME);
    assertThat(visitors.told(position)).isEmpty();
    assertThat(visitors.kept()).isZero();
  }

  @Test
  void whoIsRestrictedIsListedWithoutAName() {
    String guest =
        expect(NAME, "\"orderId\":\"%s\"".formatted(order("ORCH-B-7")))
            .expecting(201)
            .text("/subjectId");
    visitors
        .officer()
        .post(
            visitors.path("/subjects/" + guest + "/restrictions"), "{\"reasonCode\":\"UNLAWFUL\"}")
        .expecting(204);

    Answer list = list().expecting(200);

    assertThat(list.json().at("/items/0/restricted").asBoolean()).isTrue();
    assertThat(list.body()).doesNotContain(NAME);
  }
}
