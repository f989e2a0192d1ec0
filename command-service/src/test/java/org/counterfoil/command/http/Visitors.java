package org.counterfoil.command.http;

import java.util.List;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.domain.Actor;
import org.counterfoil.domain.Event;
import org.counterfoil.domain.privacy.subject.SubjectEvent;
import org.counterfoil.eventstore.codec.Envelope;
import org.counterfoil.eventstore.log.RecordedEvent;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** People who tell something of themselves to a theatre that has adopted what is built in. */
final class Visitors {

  final Theatre theatre;
  private final RunningService service;
  private final String officer;

  private Visitors(Theatre theatre) {
    this.theatre = theatre;
    this.service = theatre.service;
    this.officer = theatre.token("DPO");
  }

  static Visitors of(Theatre theatre) {
    Visitors visitors = new Visitors(theatre);
    visitors.officer().post(visitors.path("/defaults"), "{}").expecting(200);
    return visitors;
  }

  String path(String below) {
    return "/privacy/" + theatre.organisation + below;
  }

  /** The data protection officer. */
  Api officer() {
    return Api.of(service).as(officer);
  }

  /** The notice of a purpose as it stands, in French. */
  String notice(String purpose) {
    for (var item :
        Api.of(service).get(path("/notices?language=fr")).expecting(200).json().at("/items")) {
      if (item.at("/key").asString().equals(purpose)) {
        return item.at("/notices/0/noticeVersionId").asString();
      }
    }
    throw new AssertionError("Expected a notice of " + purpose);
  }

  /** An order of a seat with more in its body, by somebody without a role. */
  Answer order(String seat, String more) {
    return order(theatre.buyer(), seat, more);
  }

  Answer order(Api caller, String seat, String more) {
    return placed(caller, theatre.hold(caller, seat).expecting(201), seat, more);
  }

  Answer placed(Api caller, Answer hold, String seat, String more) {
    return caller
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[{\"seatId\":\"%s\",\"priceType\":\"FULL\"}]%s}"
                .formatted(hold.text("/holdId"), seat, more));
  }

  /** Another night of the theatre, on sale. */
  String secondNight() {
    String second = theatre.schedule().expecting(201).text("/performanceId");
    theatre.admin().post("/performances/" + second + "/onsale", "{}").expecting(202);
    return second;
  }

  /** An order of one seat each of the first and a second night, with tickets by e-mail. */
  Answer overTwoNights(String second, String email) {
    Answer one = theatre.hold(theatre.buyer(), "ORCH-B-7").expecting(201);
    Answer two =
        theatre
            .buyer()
            .post("/performances/" + second + "/holds", Theatre.seats("ORCH-B-8"))
            .expecting(201);
    return theatre
        .buyer()
        .post(
            "/orders",
            """
                {"holds":[{"holdId":"%s","holdSecret":"%s"},{"holdId":"%s","holdSecret":"%s"}],
                 "tickets":[{"seatId":"ORCH-B-7","priceType":"FULL"},
                            {"seatId":"ORCH-B-8","priceType":"FULL"}]%s}
                """
                .formatted(
                    one.text("/holdId"),
                    one.text("/holdSecret"),
                    two.text("/holdId"),
                    two.text("/holdSecret"),
                    delivered(email, "")))
        .expecting(201);
  }

  /** A buyer who wants tickets by e-mail, and more of the buyer's answers. */
  String delivered(String email, String more) {
    return ",\"buyer\":{\"email\":\"%s\"},\"captures\":{\"email\":{\"purpose\":\"ticket-delivery\",\"notice\":\"%s\"}}%s"
        .formatted(email, notice("ticket-delivery"), more);
  }

  String consent(String purpose, boolean isGiven) {
    return "{\"purpose\":\"%s\",\"given\":%s,\"notice\":\"%s\"}"
        .formatted(purpose, isGiven, notice(purpose));
  }

  /** Fills in the form of the newsletter. */
  Answer subscribe(String email, boolean isGiven) {
    return subscribeAt(service, email, isGiven);
  }

  /** The same at another process over the same database. */
  Answer subscribeAt(RunningService node, String email, boolean isGiven) {
    return Api.of(node)
        .post(
            path("/subscriptions"),
            "{\"email\":\"%s\",\"purpose\":\"newsletter\",\"given\":%s,\"notice\":\"%s\"}"
                .formatted(email, isGiven, notice("newsletter")));
  }

  /** What waits to be confirmed, as the mailer is told it. */
  JsonNode waiting() {
    return officer()
        .with("Disclosure-Reason", "MAILING")
        .get(path("/confirmations"))
        .expecting(200)
        .json()
        .at("/items");
  }

  /** The newest link that was sent to an address. */
  String confirmation(String email) {
    String token = "";
    for (var item : waiting()) {
      token =
          item.at("/email").asString().equals(email)
              ? item.at("/confirmationToken").asString()
              : token;
    }
    return token;
  }

  Answer confirm(String token) {
    return theatre.buyer().post("/privacy/confirmations", "{\"token\":\"%s\"}".formatted(token));
  }

  /** Fills in the form, and follows the link that is sent. */
  void agree(String email) {
    subscribe(email, true).expecting(204);
    confirm(confirmation(email)).expecting(200);
  }

  /** Who has this address, as the officer finds it. */
  Answer search(String email) {
    return officer()
        .with("Disclosure-Reason", "ACCESS_REQUEST")
        .post(path("/subjects/search"), "{\"email\":\"%s\"}".formatted(email));
  }

  /** The one person that has this address. */
  String subject(String email) {
    Answer found = search(email).expecting(200);
    if (found.json().at("/items").size() != 1) {
      throw new AssertionError("Expected one person, but got " + found.body());
    }
    return found.text("/items/0/subjectId");
  }

  Answer export(String subject) {
    return officer()
        .with("Disclosure-Reason", "ACCESS_REQUEST")
        .get(path("/subjects/" + subject + "/export"));
  }

  /** What was recorded of people after a position, by its classes' names. */
  List<String> recorded(long after) {
    return told(after).stream().map(event -> event.getClass().getSimpleName()).toList();
  }

  List<SubjectEvent> told(long after) {
    return events(after).stream()
        .filter(SubjectEvent.class::isInstance)
        .map(SubjectEvent.class::cast)
        .filter(event -> event.organisationId().toString().equals(theatre.organisation))
        .toList();
  }

  List<Event> events(long after) {
    return service.log().read(after, 10_000).stream()
        .map(recorded -> recorded.envelope().payload())
        .toList();
  }

  /** What anybody asked for after a position: what ends by itself may be of any test before. */
  List<Event> asked(long after) {
    return service.log().read(after, 10_000).stream()
        .map(RecordedEvent::envelope)
        .filter(envelope -> envelope.actor().kind() != Actor.Kind.SYSTEM)
        .map(Envelope::payload)
        .toList();
  }

  long position() {
    return service.log().lastPosition();
  }

  /** How many values the vault keeps of the theatre's visitors. */
  int kept() {
    return vault()
        .sql(
            """
            select count(*) from vault.value v join vault.data_key k on k.key_id = v.key_id
            where k.organisation_id = cast(? as uuid)
            """)
        .param(theatre.organisation)
        .query(Integer.class)
        .single();
  }

  JdbcClient vault() {
    return JdbcClient.create(service.database().as(DatabaseRoles.VAULT));
  }
}
