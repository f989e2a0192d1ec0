package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.counterfoil.embedded.LocalKafka;
import org.counterfoil.standalone.Shop.Reply;
import org.counterfoil.standalone.backup.Backups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/**
 * People with marked names, addresses and numbers come through every door, a tenth of them is
 * erased, all projections are built anew, and an older vault is restored: no mark is found anywhere
 * but in what the vault answers of those who stay. Events come over Kafka, and one of them could
 * not be applied. {@code -Dcounterfoil.people=1000} is the full count.
 */
class PlantedPeopleTest {

  private static final int PEOPLE = Integer.getInteger("counterfoil.people", 20);
  private static final int EACH = 10;

  /** So many holds that are given back; each is two events. */
  private static final int WORTH_A_SNAPSHOT = 110;

  private static final List<PlantedPerson> ALL =
      Stream.iterate(0, n -> n + 1).limit(PEOPLE).map(PlantedPerson::new).toList();

  @TempDir Path folder;

  private Path data;
  private Path log;
  private String organisation;
  private String vault;
  private long sales;
  private final Map<PlantedPerson, String> subjects = new LinkedHashMap<>();
  private final Map<PlantedPerson, String> exports = new LinkedHashMap<>();
  private final Map<PlantedPerson, String> certificates = new LinkedHashMap<>();

  private static boolean isErased(PlantedPerson person) {
    return person.number() % EACH == 0;
  }

  @Test
  void nothingOfThemIsAnywhereButInTheVault_andWhoIsErasedIsNowhere() throws Exception {
    data = folder.resolve("data");
    log = folder.resolve("server.log");
    try (LocalKafka kafka = LocalKafka.start(folder.resolve("broker"))) {
      PeopleAtDoors doors;
      try (RunningProcess process = start(kafka)) {
        doors = live(new Shop(process.port()));
        assertNowhere(process, kafka);
      }
      Backups.Ended restored = Backups.run("restore", vault, "--data=" + data, "--replace");
      assertThat(restored.exit()).as(restored.said()).isZero();
      try (RunningProcess process = start(kafka)) {
        Shop shop = new Shop(process.port());
        assertAnswersAsBefore(doors.at(shop));
        assertThat(sales(shop, 0)).isEqualTo(sales);
        assertThat(Database.of(data).text("log.snapshot")).isNotEmpty();
        assertNowhere(process, kafka);
      }
    }
    Path store = Backups.run("store", "--data=" + data, "--to=" + folder.resolve("stores")).file();
    assertThat(Backups.text(store)).contains("copy log.event");
    assertThat(MarkSearch.finds(Backups.text(store))).as("the backup for years").isFalse();
  }

  private RunningProcess start(LocalKafka kafka) {
    return RunningProcess.start(
        data,
        "--counterfoil.demonstration=false",
        "--counterfoil.forms.sign-ups=100000",
        "--counterfoil.feed=kafka",
        "--counterfoil.kafka.bootstrap=" + kafka.bootstrapServers(),
        "--logging.file.name=" + log);
  }

  private PeopleAtDoors live(Shop shop) throws Exception {
    String performance = shop.openPerformance(3, PEOPLE);
    organisation = shop.organisationOf(performance);
    PeopleAtDoors doors = PeopleAtDoors.of(shop, performance);
    long position = 0;
    for (PlantedPerson person : ALL) {
      long came =
          person.number() == 1
              ? comeWhileNothingIsRecorded(shop, doors, person)
              : doors.come(person);
      position = Math.max(position, came);
    }
    doors.comeAndGo(WORTH_A_SNAPSHOT);
    sales = sales(shop, position);
    assertThat(sales).as("somebody bought").isPositive();
    for (PlantedPerson person : ALL) {
      String subject = doors.subject(person.email());
      subjects.put(person, subject);
      exports.put(person, doors.export(subject).body().toString());
      assertThat(exports.get(person)).contains(person.email());
    }
    vault =
        Backups.run("vault", "--data=" + data, "--to=" + folder.resolve("vaults"))
            .file()
            .toString();
    long last = 0;
    for (PlantedPerson person : ALL) {
      if (isErased(person)) {
        Reply erased = doors.erase(subjects.get(person));
        assertThat(erased.status()).as(erased.body().toString()).isEqualTo(200);
        certificates.put(person, erased.body().toString());
        last = erased.position();
      }
    }
    for (String projection : List.of("sales", "accounts", "audit")) {
      shop.post("/operations/projections/" + projection + "/rebuild", Map.of());
    }
    assertAnswersAsBefore(doors);
    assertThat(sales(shop, last)).isEqualTo(sales);
    assertThat(Files.size(log)).isPositive();
    return doors;
  }

  /**
   * The officer's projection stops at what somebody tells; the letter about it stays for a while.
   */
  private long comeWhileNothingIsRecorded(Shop shop, PeopleAtDoors doors, PlantedPerson person)
      throws Exception {
    Database database = Database.of(data);
    database
        .sql()
        .sql("alter table audit.capture add constraint stuck check (false) not valid")
        .update();
    long position = doors.come(person);
    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> !shop.get("/operations/dead-letters").get("items").isEmpty());
    JsonNode letter = shop.get("/operations/dead-letters").get("items").get(0);
    assertThat(letter.get("eventName").asString()).startsWith("personal-data.captured");
    assertThat(MarkSearch.finds(shop.get("/operations/dead-letters").toString())).isFalse();
    assertThat(MarkSearch.tables(database)).as("with a dead letter").isEmpty();
    database.sql().sql("alter table audit.capture drop constraint stuck").update();
    shop.post(
        "/operations/dead-letters/audit/" + letter.get("position").asLong() + "/retry", Map.of());
    return position;
  }

  private long sales(Shop shop, long position) {
    return shop.get("/accounting/" + organisation + "/ledgers", position)
        .get("salesMinor")
        .asLong();
  }

  private void assertAnswersAsBefore(PeopleAtDoors doors) throws IOException {
    for (PlantedPerson person : ALL) {
      String export = doors.export(subjects.get(person)).body().toString();
      if (isErased(person)) {
        assertThat(export).as("erased").doesNotContain(person.mark());
        assertThat(doors.search(person.email()).body().get("items")).as("erased").isEmpty();
        assertThat(doors.erase(subjects.get(person)).body().toString())
            .as("the certificate")
            .isEqualTo(certificates.get(person));
      } else {
        assertThat(export).as("of nobody else anything has gone").isEqualTo(exports.get(person));
      }
    }
  }

  private void assertNowhere(RunningProcess process, LocalKafka kafka) throws Exception {
    Database database = Database.of(data);
    assertThat(database.tables()).hasSizeGreaterThan(20);
    assertThat(MarkSearch.tables(database)).isEmpty();
    assertThat(database.text("log.event"))
        .as("what is stored of them is there")
        .contains("personal-data.captured");
    assertThat(MarkSearch.finds(metrics(process.port()))).as("metrics").isFalse();
    List<String> records = TopicRecords.all(kafka.bootstrapServers());
    assertThat(records).anyMatch(record -> record.contains("personal-data.captured"));
    assertThat(records).as("topics").noneMatch(MarkSearch::finds);
    Path planted =
        Files.writeString(
            folder.resolve("planted"), MarkSearch.base64("x" + PlantedPerson.MARK + "017"));
    assertThat(MarkSearch.files(folder))
        .as("nothing but what shows that it is searched")
        .containsOnly(planted);
    assertSound();
  }

  private static String metrics(int port) throws Exception {
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/actuator/prometheus"))
                .header("Authorization", "Bearer " + RunningProcess.TOKEN)
                .build(),
            HttpResponse.BodyHandlers.ofString())
        .body();
  }

  /** Nothing of the log was touched by any of it. */
  private void assertSound() throws Exception {
    Process verifier =
        new ProcessBuilder(Verifier.command("--data=" + data)).redirectErrorStream(true).start();
    String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(verifier.waitFor()).as(said).isZero();
  }
}
