package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.counterfoil.standalone.Shop.Reply;
import tools.jackson.databind.JsonNode;

/** The doors by which people tell something of themselves, and the officer who answers for it. */
final class PeopleAtDoors {

  private final Shop shop;
  private final String performance;
  private final String privacy;
  private final Map<String, String> notices;

  private PeopleAtDoors(
      Shop shop, String performance, String privacy, Map<String, String> notices) {
    this.shop = shop;
    this.performance = performance;
    this.privacy = privacy;
    this.notices = notices;
  }

  /** What is built in is declared, and a purpose of the house's own that asks for a name. */
  static PeopleAtDoors of(Shop shop, String performance) throws IOException {
    PeopleAtDoors doors =
        new PeopleAtDoors(
            shop, performance, "/privacy/" + shop.organisationOf(performance), new HashMap<>());
    doors.declare();
    return doors;
  }

  /** The same people, as another process has them. */
  PeopleAtDoors at(Shop other) {
    return new PeopleAtDoors(other, performance, privacy, notices);
  }

  private void declare() throws IOException {
    shop.post(privacy + "/defaults", Map.of());
    shop.post(
        privacy + "/purposes",
        Map.of(
            "key",
            "welcome",
            "name",
            "Accueil",
            "dpvPurpose",
            "CustomerOrderManagement",
            "lawfulBasis",
            "A6-1-b",
            "fields",
            List.of("NAME"),
            "retention",
            Map.of("startsAt", "PERFORMANCE_END", "period", "P1M")));
    shop.post(
        privacy + "/notices",
        Map.of(
            "purpose",
            "welcome",
            "language",
            "fr",
            "text",
            "Votre nom, pour vous accueillir. Gardé un mois après la représentation."));
    for (JsonNode item :
        shop.send("GET", privacy + "/notices?language=fr", Map.of(), null).body().get("items")) {
      notices.put(item.get("key").asString(), item.at("/notices/0/noticeVersionId").asString());
    }
  }

  /** By one of the doors, after something was refused there that told just as much. */
  long come(PlantedPerson person) throws IOException {
    return switch (person.number() % 8) {
      case 0 -> bring(person);
      case 3, 7 -> subscribe(person);
      case 6 -> open(person);
      default -> order(person);
    };
  }

  /** With an account of its own, in which it puts right what it told at first. */
  private long open(PlantedPerson person) throws IOException {
    Map<String, Object> account = new HashMap<>();
    account.put("organisationId", privacy.substring("/privacy/".length()));
    account.put("buyer", Map.of("email", "first." + person.email()));
    assertThat(send("/accounts", account).status())
        .as("nothing says why it is asked for")
        .isEqualTo(400);
    account.put("captures", Map.of("email", captured("account")));
    Reply opened = send("/accounts", account);
    assertThat(opened.status()).as(opened.body().toString()).isEqualTo(201);
    Reply right =
        shop.send(
            "PATCH",
            "/accounts/" + opened.body().get("accountId").asString(),
            Map.of("Account-Secret", opened.body().get("accountSecret").asString()),
            Map.of("values", Map.of("email", person.email())));
    assertThat(right.status()).as(right.body().toString()).isEqualTo(204);
    return right.position();
  }

  /** In a file of another system, after one that was tried and one that was refused as a whole. */
  private long bring(PlantedPerson person) throws IOException {
    String mapping =
        """
        {"source":"OLD","exportedAt":"2025-06-30T06:00:00Z","reference":"Client",
         "fields":{"email":"Mail","name":"Name","telephone":"Phone"},
         "captures":{"email":[{"purpose":"changes","notice":"%1$s"}],
                     "telephone":[{"purpose":"changes","notice":"%1$s"}],
                     "name":[{"purpose":"welcome","notice":"%2$s"}]},
         "consents":[{"purpose":"newsletter","answer":"Yes","at":"At","sourceCode":"WEB",
                      "notice":"%3$s"}]}
        """
            .formatted(notices.get("changes"), notices.get("welcome"), notices.get("newsletter"))
            .replace("\n", " ");
    Map<String, String> headers = new HashMap<>(Shop.bearer());
    headers.put("Import-Mapping", mapping);
    String head = "Client;Mail;Name;Phone;Yes;At\n";
    String line =
        "%s;%s;%s;%s;yes;2025-01-01\n"
            .formatted(person.mark(), person.email(), person.name(), person.telephone());
    String path = privacy + "/imports?dryRun=";
    String faulty = head + line + person.mark() + ";" + person.mark() + ";;;;\n";
    assertThat(shop.upload(path + "true", headers, "text/csv", faulty).status()).isEqualTo(200);
    assertThat(shop.upload(path + "false&onError=REFUSE", headers, "text/csv", faulty).status())
        .isEqualTo(409);
    Reply brought = shop.upload(path + "false", headers, "text/csv", head + line);
    assertThat(brought.status()).as(brought.body().toString()).isEqualTo(200);
    return brought.position();
  }

  private Map<String, Object> newsletter() {
    return Map.of("purpose", "newsletter", "given", true, "notice", notices.get("newsletter"));
  }

  private long subscribe(PlantedPerson person) throws IOException {
    Map<String, Object> odd = new HashMap<>(newsletter());
    odd.put("email", person.email());
    odd.put("notice", notices.get("changes"));
    assertThat(send(privacy + "/subscriptions", odd).status()).isGreaterThanOrEqualTo(400);
    Map<String, Object> form = new HashMap<>(newsletter());
    form.put("email", person.email());
    Reply subscribed = send(privacy + "/subscriptions", form);
    assertThat(subscribed.status()).as(subscribed.body().toString()).isEqualTo(204);
    return 0; // the same answer for everybody says no position
  }

  private long order(PlantedPerson person) throws IOException {
    Reply ordered = tryToOrder(person);
    assertThat(ordered.status()).as(ordered.body().toString()).isEqualTo(201);
    Reply paid = shop.pay(ordered.body().get("orderId").asString());
    assertThat(paid.status()).isEqualTo(201);
    return person.number() % 8 == 5
        ? expect(person, ordered.body().get("orderId").asString())
        : paid.position();
  }

  /** Somebody comes along by name, after the same was told for a purpose that has no use for it. */
  private long expect(PlantedPerson person, String order) throws IOException {
    Map<String, Object> guest = new HashMap<>();
    guest.put("name", person.mark() + " Guest");
    guest.put("orderId", order);
    guest.put("notice", notices.get("newsletter"));
    guest.put("purpose", "newsletter");
    String list = "/performances/" + performance + "/guest-list";
    assertThat(shop.send("POST", list, Shop.bearer(), guest).status()).isEqualTo(409);
    guest.put("notice", notices.get("guest-list"));
    guest.put("purpose", "guest-list");
    Reply expected = shop.send("POST", list, Shop.bearer(), guest);
    assertThat(expected.status()).as(expected.body().toString()).isEqualTo(201);
    return expected.position();
  }

  /** An order of one ticket, after one that says nothing of why it tells what it tells. */
  Reply tryToOrder(PlantedPerson person) throws IOException {
    Reply hold =
        send("/performances/" + performance + "/holds", Map.of("area", "PIT", "quantity", 1));
    assertThat(hold.status()).as(hold.body().toString()).isEqualTo(201);
    Map<String, Object> order = new HashMap<>();
    order.put("holdId", hold.body().get("holdId").asString());
    order.put("tickets", List.of(Map.of("area", "PIT", "quantity", 1, "priceType", "FULL")));
    order.put(
        "buyer",
        Map.of("email", person.email(), "name", person.name(), "telephone", person.telephone()));
    Map<String, String> secret = new HashMap<>();
    secret.put("Hold-Secret", hold.body().get("holdSecret").asString());
    if (person.number() % 8 == 4) {
      // At the box office, somebody types it for the person.
      secret.putAll(Shop.bearer());
    }
    assertThat(shop.send("POST", "/orders", secret, order).status())
        .as("nothing says why it is asked for")
        .isEqualTo(400);
    order.put(
        "captures",
        Map.of(
            "email",
            List.of(captured("ticket-delivery"), captured("changes")),
            "name",
            captured("welcome"),
            "telephone",
            captured("changes")));
    if (person.number() % 4 == 2) {
      order.put("consents", List.of(newsletter()));
    }
    return shop.send("POST", "/orders", secret, order);
  }

  private Map<String, String> captured(String purpose) {
    return Map.of("purpose", purpose, "notice", notices.get(purpose));
  }

  private Reply send(String path, Object body) throws IOException {
    return shop.send("POST", path, Map.of(), body);
  }

  /** So often somebody holds a place and gives it back: a start would not read all that again. */
  void comeAndGo(int times) throws IOException {
    for (int time = 0; time < times; time++) {
      Reply hold =
          send("/performances/" + performance + "/holds", Map.of("seats", List.of("ORCH-A-1")));
      Map<String, String> secret = Map.of("Hold-Secret", hold.body().get("holdSecret").asString());
      assertThat(
              shop.send("DELETE", "/holds/" + hold.body().get("holdId").asString(), secret, null)
                  .status())
          .isEqualTo(204);
    }
  }

  /** All who have this address, however it is written; the officer asks. */
  Reply search(String email) throws IOException {
    return shop.send(
        "POST",
        privacy + "/subjects/search",
        reading(),
        Map.of("email", email.toUpperCase(Locale.ROOT)));
  }

  /** The one who has this address. */
  String subject(String email) throws IOException {
    List<JsonNode> found = search(email).body().get("items").valueStream().toList();
    assertThat(found).hasSize(1);
    return found.getFirst().get("subjectId").asString();
  }

  Reply export(String subject) throws IOException {
    return shop.send("GET", privacy + "/subjects/" + subject + "/export", reading(), null);
  }

  /** The certificate. */
  Reply erase(String subject) throws IOException {
    return shop.send(
        "POST",
        privacy + "/subjects/" + subject + "/erasure",
        Shop.bearer(),
        Map.of("reasonCode", "REQUEST"));
  }

  private static Map<String, String> reading() {
    Map<String, String> headers = new HashMap<>(Shop.bearer());
    headers.put("Disclosure-Reason", "ACCESS_REQUEST");
    return headers;
  }
}
