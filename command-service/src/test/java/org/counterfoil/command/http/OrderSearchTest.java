package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.privacy.disclosure.DisclosureEvent.PersonalDataDisclosed;
import org.counterfoil.domain.privacy.disclosure.DisclosureKind;
import org.counterfoil.domain.privacy.disclosure.DisclosureReason;
import org.counterfoil.domain.privacy.register.PersonalField;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Orders are found by what somebody at the counter has in hand; people only where it is said why.
 */
@ExtendWith(SharedService.class)
class OrderSearchTest {

  private static final String EMAIL = "Looked.For@example.org";

  private final RunningService service;
  private final Theatre theatre;
  private final Visitors visitors;

  OrderSearchTest(RunningService service) {
    this.service = service;
    this.theatre = Theatre.in(service);
    this.visitors = Visitors.of(theatre);
  }

  private Answer search(Theatre whose, String criterion) {
    return whose.staff().post("/orders/search", body(whose, criterion));
  }

  private Answer named(String criterion) {
    return theatre
        .staff()
        .with("Disclosure-Reason", "CUSTOMER_SERVICE")
        .post("/orders/search", body(theatre, criterion));
  }

  private static String body(Theatre whose, String criterion) {
    return "{\"organisationId\":\"%s\",%s}".formatted(whose.organisation, criterion);
  }

  private static List<String> orders(Answer answer) {
    List<String> ids = new ArrayList<>();
    answer
        .expecting(200)
        .json()
        .at("/items")
        .forEach(one -> ids.add(one.at("/orderId").asString()));
    return ids;
  }

  private List<PersonalDataDisclosed> disclosed(long after) {
    return visitors.events(after).stream()
        .filter(PersonalDataDisclosed.class::isInstance)
        .map(PersonalDataDisclosed.class::cast)
        .filter(event -> event.organisationId().toString().equals(theatre.organisation))
        .toList();
  }

  private Answer sold(String seat, String reference) {
    Answer order = visitors.order(seat, visitors.delivered(EMAIL, "")).expecting(201);
    return theatre.pay(theatre.staff(), order, "CHEQUE", 2_500, reference).expecting(201);
  }

  @Test
  void anOrderIsFoundByWhatItIsKnownBy_andNobodyIsNamedNorRecorded() {
    Answer order = visitors.order("ORCH-A-1", visitors.delivered(EMAIL, "")).expecting(201);
    Answer payment =
        theatre.pay(theatre.staff(), order, "CHEQUE", 2_500, "CHQ-0815").expecting(201);
    sold("ORCH-A-2", "CHQ-0816");
    String ticket = payment.text("/tickets/0/ticketId");
    String number = payment.json().at("/tickets/0/ticketNumber").toString();
    long position = visitors.position();

    for (String criterion :
        List.of(
            "\"orderId\":\"%s\"".formatted(order.text("/orderId")),
            "\"ticketId\":\"%s\"".formatted(ticket),
            "\"performanceId\":\"%s\",\"ticketNumber\":%s".formatted(theatre.performance, number),
            "\"performanceId\":\"%s\",\"seatId\":\"ORCH-A-1\"".formatted(theatre.performance),
            "\"paymentReference\":\"CHQ-0815\"",
            "\"paymentId\":\"%s\"".formatted(payment.text("/paymentId")))) {
      Answer found = search(theatre, criterion);
      assertThat(orders(found)).as(criterion).containsExactly(order.text("/orderId"));
      assertThat(found.text("/items/0/tickets/0/ticketId")).isEqualTo(ticket);
      assertThat(found.json().at("/items/0/people")).as(criterion).isEmpty();
      assertThat(found.body()).doesNotContainIgnoringCase(EMAIL);
      assertThat(found.header("Cache-Control")).contains("no-store");
    }
    assertThat(disclosed(position)).isEmpty();
    assertThat(visitors.asked(position)).as("nothing was recorded").isEmpty();
  }

  @Test
  void whatIsLookedForOfAPersonNeedsAReason_andIsRecordedBeforeItIsTold() {
    sold("ORCH-A-3", "CHQ-1");
    sold("ORCH-A-4", "CHQ-2");
    visitors.order("ORCH-A-5", visitors.delivered("other@example.org", "")).expecting(201);
    long position = visitors.position();

    Answer without = search(theatre, "\"email\":\"%s\"".formatted(EMAIL));
    assertThat(without.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(without.text("/violations/0/field")).isEqualTo("Disclosure-Reason");
    assertThat(disclosed(position)).isEmpty();

    Answer found = named("\"email\":\" looked.for@EXAMPLE.org\"");

    assertThat(orders(found))
        .as("all that match")
        .hasSize(2)
        .isSortedAccordingTo(java.util.Comparator.reverseOrder());
    assertThat(found.text("/items/0/people/0/values/email")).isEqualTo(EMAIL);
    assertThat(found.body()).doesNotContain("other@example.org");
    assertThat(disclosed(position))
        .singleElement()
        .satisfies(
            reading -> {
              assertThat(reading.kind()).isEqualTo(DisclosureKind.SEARCH);
              assertThat(reading.reason()).isEqualTo(DisclosureReason.CUSTOMER_SERVICE);
              assertThat(reading.fields()).containsExactly(PersonalField.EMAIL);
              assertThat(reading.subjects()).hasSize(2);
            });
    assertThat(orders(named("\"email\":\"nobody@example.org\""))).isEmpty();
    assertThat(disclosed(position)).as("that nobody was found is recorded as well").hasSize(2);
  }

  @Test
  void withAReasonAnOrderThatWasFoundNamesItsPeople_butNotWhatTheyToldForAdvertising() {
    String consent = ",\"consents\":[" + visitors.consent("newsletter", true) + "]";
    Answer mailed =
        visitors
            .order("ORCH-A-6", ",\"buyer\":{\"email\":\"%s\"}%s".formatted(EMAIL, consent))
            .expecting(201);
    Answer counter = theatre.order(theatre.staff(), theatre.hold(theatre.staff(), "ORCH-A-7"));
    sold("ORCH-A-8", "CHQ-3");
    long position = visitors.position();

    assertThat(
            named("\"orderId\":\"%s\"".formatted(counter.text("/orderId")))
                .json()
                .at("/items/0/people"))
        .isEmpty();
    assertThat(disclosed(position)).as("nobody was told of").isEmpty();
    assertThat(named("\"orderId\":\"%s\"".formatted(mailed.text("/orderId"))).body())
        .doesNotContainIgnoringCase(EMAIL);
    Answer named =
        named("\"performanceId\":\"%s\",\"seatId\":\"ORCH-A-8\"".formatted(theatre.performance));
    assertThat(named.text("/items/0/people/0/values/email")).isEqualTo(EMAIL);
    assertThat(disclosed(position)).hasSize(2);
  }

  @Test
  void whoIsRestrictedIsNamedWithoutAValue_andWhoIsErasedNotAtAll() {
    sold("ORCH-B-1", "CHQ-4");
    String person = visitors.path("/subjects/" + visitors.subject(EMAIL));
    String seat = "\"performanceId\":\"%s\",\"seatId\":\"ORCH-B-1\"".formatted(theatre.performance);
    visitors
        .officer()
        .post(person + "/restrictions", "{\"reasonCode\":\"UNLAWFUL\"}")
        .expecting(204);

    Answer restricted = named(seat);

    assertThat(restricted.json().at("/items/0/people/0/restricted").asBoolean()).isTrue();
    assertThat(restricted.body()).doesNotContain(EMAIL);
    visitors.officer().delete(person + "/restrictions/UNLAWFUL").expecting(204);
    visitors.officer().post(person + "/erasure", "{\"reasonCode\":\"REQUEST\"}").expecting(200);
    assertThat(named(seat).body()).doesNotContain(EMAIL);
    assertThat(orders(named("\"email\":\"%s\"".formatted(EMAIL)))).isEmpty();
  }

  @Test
  void anOrganiserFindsOrdersAndIsToldOfNobody() {
    Answer order = visitors.order("ORCH-B-3", visitors.delivered(EMAIL, "")).expecting(201);
    Api organiser = Api.of(service).as(theatre.token("ORGANISER"));
    String wish = body(theatre, "\"orderId\":\"%s\"".formatted(order.text("/orderId")));
    long position = visitors.position();

    assertThat(orders(organiser.post("/orders/search", wish))).hasSize(1);
    for (String asked : List.of(wish, body(theatre, "\"email\":\"%s\"".formatted(EMAIL)))) {
      Answer named =
          organiser.with("Disclosure-Reason", "CUSTOMER_SERVICE").post("/orders/search", asked);
      assertThat(named.outcome()).isEqualTo("403 ACCESS_DENIED");
      assertThat(named.body()).doesNotContainIgnoringCase(EMAIL);
    }
    assertThat(disclosed(position)).isEmpty();
  }

  @Test
  void anotherOrganisationFindsNothing_byAnyWay() {
    Theatre other = Theatre.in(service);
    Answer order = visitors.order("ORCH-B-2", visitors.delivered(EMAIL, "")).expecting(201);
    Answer payment = theatre.pay(theatre.staff(), order, "CHEQUE", 2_500, "CHQ-9").expecting(201);

    for (String criterion :
        List.of(
            "\"orderId\":\"%s\"".formatted(order.text("/orderId")),
            "\"ticketId\":\"%s\"".formatted(payment.text("/tickets/0/ticketId")),
            "\"performanceId\":\"%s\",\"seatId\":\"ORCH-B-2\"".formatted(theatre.performance),
            "\"paymentReference\":\"CHQ-9\"",
            "\"paymentId\":\"%s\"".formatted(payment.text("/paymentId")))) {
      assertThat(orders(search(other, criterion))).as(criterion).isEmpty();
      assertThat(orders(search(theatre, criterion))).as("control: " + criterion).hasSize(1);
    }
    assertThat(
            other.staff().post("/orders/search", body(theatre, "\"email\":\"a@b.fr\"")).outcome())
        .isEqualTo("403 ACCESS_DENIED");
  }

  @Test
  void aVaultThatIsAwayIsToldAsThat_andNeverAsNothingFound() {
    sold("ORCH-B-3", "CHQ-5");
    JdbcClient owner = JdbcClient.create(service.database().as(DatabaseRoles.OWNER));
    owner.sql("revoke select on vault.mark from counterfoil_vault").update();
    try {
      Answer away = named("\"email\":\"%s\"".formatted(EMAIL));
      assertThat(away.outcome()).isEqualTo("503 VAULT_UNAVAILABLE");
      assertThat(away.header("Retry-After")).isNotEmpty();
      assertThat(orders(search(theatre, "\"paymentReference\":\"CHQ-5\""))).hasSize(1);
    } finally {
      owner.sql("grant select on vault.mark to counterfoil_vault").update();
    }
    assertThat(orders(named("\"email\":\"%s\"".formatted(EMAIL)))).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"email\":\"a@example.org\",\"name\":\"A\"",
        "\"seatId\":\"ORCH-A-1\"",
        "\"performanceId\":\"00000000-0000-7000-8000-000000000000\"",
        "\"email\":\"no address\"",
        "\"channel\":null"
      })
  void oneThingIsLookedFor_andWhatIsOddIsRefusedWithoutTellingIt(String criterion) {
    Answer refused = named(criterion);

    assertThat(refused.outcome()).isEqualTo("400 INVALID_REQUEST");
    assertThat(refused.body()).doesNotContain("a@example.org", "no address");
  }

  @Test
  void anOrderOverTwoNightsIsFoundOnce() {
    String second = visitors.secondNight();
    Answer order = visitors.overTwoNights(second, EMAIL);
    theatre.pay(theatre.staff(), order, "CHEQUE", 5_000, "CHQ-2N").expecting(201);

    for (String criterion :
        List.of(
            "\"paymentReference\":\"CHQ-2N\"",
            "\"email\":\"%s\"".formatted(EMAIL),
            "\"performanceId\":\"%s\",\"seatId\":\"ORCH-B-8\"".formatted(second))) {
      Answer found = named(criterion);
      assertThat(orders(found)).as(criterion).containsExactly(order.text("/orderId"));
      assertThat(found.json().at("/items/0/tickets")).hasSize(2);
      assertThat(found.text("/items/0/people/0/values/email")).isEqualTo(EMAIL);
    }
  }
}
