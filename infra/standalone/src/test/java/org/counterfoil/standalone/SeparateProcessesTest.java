package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.counterfoil.command.CommandService;
import org.counterfoil.command.store.DatabasePreparation;
import org.counterfoil.embedded.LocalKafka;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.query.QueryService;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import tools.jackson.databind.JsonNode;

/**
 * The large set-up: two command services and a query service, each a process of its own, over a
 * PostgreSQL and a Kafka that are somebody else's.
 */
class SeparateProcessesTest {

  private static final String DATABASE = "counterfoil";

  @TempDir private Path folder;
  private int started;

  @Test
  void twoCommandServicesSellTheSameSeatsOnce_andTheQueryServiceHearsOfItOverKafka()
      throws Exception {
    try (LocalPostgres postgres = LocalPostgres.temporary();
        LocalKafka kafka = LocalKafka.start(folder.resolve("kafka"))) {
      prepare(postgres);
      String database = "--counterfoil.database.url=" + postgres.jdbcUrl(DATABASE);
      try (ServiceProcess one = command(database).awaitReadiness();
          ServiceProcess query =
              service(
                  QueryService.class,
                  database,
                  "--counterfoil.feed=kafka",
                  "--counterfoil.commands.url=http://127.0.0.1:" + one.port(),
                  "--counterfoil.kafka.bootstrap=" + kafka.bootstrapServers());
          ServiceProcess two =
              command(database, "--counterfoil.books.url=http://127.0.0.1:" + query.port())) {
        two.awaitReadiness();
        query.awaitReadiness();
        sellFromBoth(one, two, new Shop(query.port()));
        closeBooksKeptElsewhere(new Shop(two.port()), new Shop(query.port()));
      }
    }
  }

  private void sellFromBoth(ServiceProcess one, ServiceProcess two, Shop questions)
      throws Exception {
    Shop first = new Shop(one.port());
    Shop second = new Shop(two.port());
    String performance = first.openPerformance(10);
    for (int seat = 1; seat <= 4; seat++) {
      assertThat((seat % 2 == 0 ? first : second).sell(performance, seat).status()).isEqualTo(201);
    }
    assertThat(second.sell(performance, 2).status()).isEqualTo(409);
    long position = second.hold(performance, 5).position();

    assertThat(
            questions.get("/dashboards/performances/" + performance, position).at("/sold").asInt())
        .isEqualTo(4);
    readRecords(questions, first.organisationOf(performance), position);

    one.kill();
    Shop.Reply last = second.sell(performance, 6);
    assertThat(last.status()).isEqualTo(201);
    await()
        .atMost(Duration.ofSeconds(10))
        .until(
            () ->
                questions
                        .get("/dashboards/performances/" + performance, last.position())
                        .at("/sold")
                        .asInt()
                    == 5);
    long sold = last.position();
    String proof = "/log/proofs/inclusion?position=" + sold + "&treeSize=" + (sold + 1);
    await()
        .atMost(Duration.ofSeconds(20))
        .until(() -> questions.send("GET", proof, Map.of(), null).status() == 200);
  }

  /** The query service has the reading recorded where commands are; then it is in the answer. */
  private static void readRecords(Shop questions, String organisation, long position)
      throws Exception {
    Map<String, String> asked = new HashMap<>(Shop.bearer());
    asked.put("Disclosure-Reason", "AUDIT");
    asked.put("Counterfoil-Min-Position", Long.toString(position));
    Shop.Reply read =
        questions.send("GET", "/privacy/" + organisation + "/disclosures", asked, null);
    assertThat(read.status()).isEqualTo(200);
    assertThat(read.body().at("/items/0/how").asString()).isEqualTo("DISCLOSURES");
    assertThat(read.body().at("/items/0/actor").asString()).startsWith("API_TOKEN:");
  }

  /** A business day that ends in a moment is closed by itself, and sealed with what was found. */
  private static void closeBooksKeptElsewhere(Shop commands, Shop queries) throws Exception {
    Opened opened = openForAMoment(commands, queries, 2);
    Map<String, Object> today = Map.of("kind", "DAY", "date", opened.day().plusDays(2).toString());
    Shop.Reply refused =
        commands.send(
            "POST", "/accounting/" + opened.organisation() + "/closings", Shop.bearer(), today);
    assertThat(refused.body().get("code").asString()).isEqualTo("PERIOD_NOT_OVER");
    await()
        .atMost(Duration.ofSeconds(60))
        .untilAsserted(
            () -> {
              JsonNode closing =
                  queries.get("/accounting/" + opened.organisation() + "/closings").at("/items/0");
              assertThat(closing.at("/to").asString()).isEqualTo(opened.day().toString());
              assertThat(closing.at("/state").asString()).isEqualTo("SEALED");
              assertThat(closing.at("/agrees").asBoolean()).isTrue();
              assertThat(closing.at("/checkpoint").asString()).contains("counterfoil");
            });
  }

  /** An organisation, and the business day on which it was opened. */
  private record Opened(String organisation, LocalDate day) {}

  /** Where opening it took longer than its day lasted, another whose day lasts twice as long. */
  private static Opened openForAMoment(Shop commands, Shop queries, int seconds) throws Exception {
    LocalDateTime end = LocalDateTime.now(ZoneOffset.UTC).plusSeconds(seconds).withNano(0);
    Shop.Reply made =
        commands.send(
            "POST",
            "/organisations",
            Shop.bearer(),
            Map.of(
                "name", "Salle",
                "legalName", "Salle",
                "country", "FR",
                "currency", "EUR",
                "timeZone", "UTC",
                "dayEndsAt", end.toLocalTime().toString()));
    String id = made.body().get("organisationId").asString();
    LocalDate opened =
        LocalDate.parse(
            queries.get("/operations/books/" + id, made.position()).get("openedOn").asString());
    LocalDate ending = end.getHour() < 12 ? end.toLocalDate().minusDays(1) : end.toLocalDate();
    return opened.equals(ending)
        ? new Opened(id, opened)
        : openForAMoment(commands, queries, 2 * seconds);
  }

  private void prepare(LocalPostgres postgres) throws Exception {
    postgres.createDatabaseIfMissing(DATABASE);
    PGSimpleDataSource superuser = new PGSimpleDataSource();
    superuser.setUrl(postgres.jdbcUrl(DATABASE));
    superuser.setUser(postgres.superuser());
    superuser.setPassword(postgres.superuserPassword());
    DatabasePreparation.prepare(superuser, folder.resolve("passwords"));
  }

  private ServiceProcess command(String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--counterfoil.http.create-key-file=true");
    all.add("--counterfoil.integrity.keys=" + folder.resolve("secrets").resolve("log"));
    return service(CommandService.class, all.toArray(String[]::new));
  }

  private ServiceProcess service(Class<?> main, String... arguments) {
    List<String> all = new ArrayList<>(List.of(arguments));
    all.add("--spring.config.import=configtree:" + folder.resolve("passwords") + "/");
    all.add("--counterfoil.http.key-file=" + folder.resolve("secrets").resolve("http.key"));
    all.add("--counterfoil.data.path=" + folder.resolve("service-" + started++));
    return ServiceProcess.start(main, all.toArray(String[]::new));
  }
}
