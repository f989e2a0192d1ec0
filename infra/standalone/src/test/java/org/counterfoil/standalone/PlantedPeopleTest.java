package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.counterfoil.standalone.Shop.Reply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import tools.jackson.databind.JsonNode;

/**
 * People with marked names, addresses and numbers come through every door, a tenth of them is
 * erased, and all projections are built anew: no mark is found anywhere but in what the vault
 * answers of those who stay. {@code -Dcounterfoil.people=1000} is the full count.
 */
class PlantedPeopleTest {

  private static final int PEOPLE = Integer.getInteger("counterfoil.people", 20);
  private static final int EACH = 10;
  private static final String MARK = "zqxplanted";
  private static final String TELEPHONES = "+33619000";

  /** What all of them begin with, as it may be written wherever it does not belong. */
  private static final Set<String> SPELLINGS =
      Stream.of(MARK, TELEPHONES)
          .flatMap(told -> spellings(told).stream())
          .collect(Collectors.toSet());

  @TempDir Path folder;

  private Shop shop;
  private String performance;
  private String privacy;
  private final Map<String, String> notices = new HashMap<>();

  /** One of them; everything that it tells begins with a mark that is nowhere else. */
  private record Person(int number) {

    String mark() {
      return "%s%03d".formatted(MARK, number);
    }

    String email() {
      return mark() + "@example.org";
    }

    String name() {
      return mark() + " Planted";
    }

    String telephone() {
      return "%s%03d".formatted(TELEPHONES, number);
    }
  }

  @Test
  void nothingOfThemIsAnywhereButInTheVault_andWhoIsErasedIsNowhere() throws Exception {
    Path data = folder.resolve("data");
    Path log = folder.resolve("server.log");
    try (RunningProcess process =
        RunningProcess.start(
            data,
            "--counterfoil.demonstration=false",
            "--counterfoil.forms.sign-ups=100000",
            "--logging.file.name=" + log)) {
      shop = new Shop(process.port());
      performance = shop.openPerformance(3, PEOPLE);
      String organisation = shop.organisationOf(performance);
      privacy = "/privacy/" + organisation;
      declare();
      List<Person> people = Stream.iterate(0, n -> n + 1).limit(PEOPLE).map(Person::new).toList();
      long position = 0;
      for (Person person : people) {
        position = come(person);
      }
      JsonNode books = shop.get("/accounting/" + organisation + "/ledgers", position);
      assertThat(books.get("salesMinor").asLong()).as("somebody bought").isPositive();
      Map<Person, String> subjects = new LinkedHashMap<>();
      Map<Person, String> exports = new LinkedHashMap<>();
      for (Person person : people) {
        String subject = subject(person);
        subjects.put(person, subject);
        exports.put(person, export(subject));
        assertThat(exports.get(person)).contains(person.email());
      }

      long last = 0;
      for (Person person : people) {
        if (person.number() % EACH == 0) {
          last = erase(subjects.get(person));
        }
      }
      for (String projection : List.of("sales", "accounts", "audit")) {
        assertThat(post("/operations/projections/" + projection + "/rebuild", Map.of()).status())
            .isLessThan(300);
      }

      for (Person person : people) {
        if (person.number() % EACH == 0) {
          assertThat(export(subjects.get(person))).as("erased").doesNotContain(person.mark());
          assertThat(found(person)).as("erased").isEmpty();
        } else {
          assertThat(export(subjects.get(person)))
              .as("of nobody else anything has gone")
              .isEqualTo(exports.get(person));
        }
      }
      assertThat(
              shop.get("/accounting/" + organisation + "/ledgers", last).get("salesMinor").asLong())
          .isEqualTo(books.get("salesMinor").asLong());
      assertThat(tellingTables(data)).isEmpty();
      assertThat(tells(metrics(process.port()))).as("metrics").isFalse();
      assertThat(Files.size(log)).isPositive();
      Path planted = Files.writeString(folder.resolve("planted"), base64("x" + MARK + "017"));
      assertThat(tellingFiles())
          .as("nothing but what shows that it is searched")
          .containsOnly(planted);
      assertSound(data);
    }
  }

  /** What is built in, and a purpose of the house's own that asks for a name. */
  private void declare() throws IOException {
    assertThat(post(privacy + "/defaults", Map.of()).status()).isEqualTo(200);
    Reply declared =
        post(
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
    assertThat(declared.status()).as(declared.body().toString()).isLessThan(300);
    Reply notice =
        post(
            privacy + "/notices",
            Map.of(
                "purpose",
                "welcome",
                "language",
                "fr",
                "text",
                "Votre nom, pour vous accueillir. Gardé un mois après la représentation."));
    assertThat(notice.status()).as(notice.body().toString()).isLessThan(300);
    for (JsonNode item :
        shop.send("GET", privacy + "/notices?language=fr", Map.of(), null).body().get("items")) {
      notices.put(item.get("key").asString(), item.at("/notices/0/noticeVersionId").asString());
    }
  }

  /** By one of the doors, after something was refused there that told just as much. */
  private long come(Person person) throws IOException {
    Map<String, Object> newsletter =
        Map.of("purpose", "newsletter", "given", true, "notice", notices.get("newsletter"));
    if (person.number() % 4 == 3) {
      Map<String, Object> odd = new HashMap<>(newsletter);
      odd.put("email", person.email());
      odd.put("notice", notices.get("changes"));
      assertThat(send(privacy + "/subscriptions", odd).status()).isGreaterThanOrEqualTo(400);
      Map<String, Object> form = new HashMap<>(newsletter);
      form.put("email", person.email());
      Reply subscribed = send(privacy + "/subscriptions", form);
      assertThat(subscribed.status()).as(subscribed.body().toString()).isEqualTo(204);
      return subscribed.position();
    }
    Reply hold =
        send("/performances/" + performance + "/holds", Map.of("area", "PIT", "quantity", 1));
    assertThat(hold.status()).as(hold.body().toString()).isEqualTo(201);
    Map<String, Object> order = new HashMap<>();
    order.put("holdId", hold.body().get("holdId").asString());
    order.put("tickets", List.of(Map.of("area", "PIT", "quantity", 1, "priceType", "FULL")));
    order.put(
        "buyer",
        Map.of("email", person.email(), "name", person.name(), "telephone", person.telephone()));
    Map<String, String> secret = Map.of("Hold-Secret", hold.body().get("holdSecret").asString());
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
      order.put("consents", List.of(newsletter));
    }
    Reply ordered = shop.send("POST", "/orders", secret, order);
    assertThat(ordered.status()).as(ordered.body().toString()).isEqualTo(201);
    Reply paid = shop.pay(ordered.body().get("orderId").asString());
    assertThat(paid.status()).isEqualTo(201);
    return paid.position();
  }

  private Map<String, String> captured(String purpose) {
    return Map.of("purpose", purpose, "notice", notices.get(purpose));
  }

  private Reply send(String path, Object body) throws IOException {
    return shop.send("POST", path, Map.of(), body);
  }

  private Reply post(String path, Map<String, ?> body) throws IOException {
    return shop.send("POST", path, Shop.bearer(), body);
  }

  private static Map<String, String> reading() {
    Map<String, String> headers = new HashMap<>(Shop.bearer());
    headers.put("Disclosure-Reason", "ACCESS_REQUEST");
    return headers;
  }

  private List<JsonNode> found(Person person) throws IOException {
    Reply found =
        shop.send(
            "POST",
            privacy + "/subjects/search",
            reading(),
            Map.of("email", person.email().toUpperCase(Locale.ROOT)));
    assertThat(found.status()).as(found.body().toString()).isEqualTo(200);
    return found.body().get("items").valueStream().toList();
  }

  private String subject(Person person) throws IOException {
    List<JsonNode> found = found(person);
    assertThat(found).hasSize(1);
    return found.getFirst().get("subjectId").asString();
  }

  private String export(String subject) throws IOException {
    return shop.send("GET", privacy + "/subjects/" + subject + "/export", reading(), null)
        .body()
        .toString();
  }

  private long erase(String subject) throws IOException {
    Reply erased =
        post(privacy + "/subjects/" + subject + "/erasure", Map.of("reasonCode", "REQUEST"));
    assertThat(erased.status()).as(erased.body().toString()).isLessThan(300);
    return erased.position();
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

  /** Whatever is told, as it is, in capitals, in base64 at each offset, and as in an address. */
  private static List<String> spellings(String told) {
    List<String> spellings = new ArrayList<>();
    for (String each :
        List.of(told, told.toUpperCase(Locale.ROOT), told.toLowerCase(Locale.ROOT))) {
      spellings.add(each);
      spellings.add(URLEncoder.encode(each, StandardCharsets.UTF_8));
      for (int offset = 0; offset < 3; offset++) {
        String padded = "x".repeat(offset) + each;
        String encoded = base64(padded);
        spellings.add(encoded.substring(offset == 0 ? 0 : 4, encoded.length() / 4 * 4 - 4));
      }
    }
    return spellings;
  }

  private static String base64(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static boolean tells(String text) {
    return SPELLINGS.stream().anyMatch(text::contains);
  }

  /** Every file of the data folder, those of the database among them, and the log. */
  private List<Path> tellingFiles() throws IOException {
    List<Path> telling = new ArrayList<>();
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<Path>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (attributes.isRegularFile() && tellsFile(file)) {
              telling.add(file);
            }
            return FileVisitResult.CONTINUE;
          }

          /** The database tidies up in the meantime. */
          @Override
          public FileVisitResult visitFileFailed(Path file, IOException failed) throws IOException {
            if (failed instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw failed;
          }
        });
    return telling;
  }

  private static boolean tellsFile(Path file) throws IOException {
    try {
      return tells(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1));
    } catch (NoSuchFileException gone) {
      return false;
    }
  }

  /** Every row of every table that is not the vault's, as text. */
  private static List<String> tellingTables(Path data) throws IOException {
    List<String> telling = new ArrayList<>();
    JdbcClient owner = owner(data);
    List<String> tables =
        owner
            .sql(
                """
                select format('%I.%I', table_schema, table_name) from information_schema.tables
                where table_type = 'BASE TABLE'
                  and table_schema not in ('pg_catalog', 'information_schema', 'vault')
                """)
            .query(String.class)
            .list();
    assertThat(tables).hasSizeGreaterThan(20);
    for (String table : tables) {
      String all =
          String.join(
              "\n",
              owner
                  .sql("select row_to_json(t)::text from " + table + " t")
                  .query(String.class)
                  .list());
      if (tells(all)) {
        telling.add(table);
      }
    }
    String entries =
        String.join(
            "\n",
            owner
                .sql("select convert_from(entry, 'UTF8') from log.event")
                .query(String.class)
                .list());
    assertThat(entries).as("what is stored of them is there").contains("TELEPHONE");
    if (tells(entries)) {
      telling.add("entries");
    }
    return telling;
  }

  private static JdbcClient owner(Path data) throws IOException {
    String port =
        Files.readAllLines(data.resolve("postgres/cluster/postmaster.pid")).get(3).strip();
    try (Stream<Path> passwords = Files.list(data.resolve("passwords"))) {
      Path superuser =
          passwords
              .filter(file -> !String.valueOf(file.getFileName()).startsWith("counterfoil_"))
              .findFirst()
              .orElseThrow();
      return JdbcClient.create(
          new DriverManagerDataSource(
              "jdbc:postgresql://127.0.0.1:" + port + "/counterfoil",
              String.valueOf(superuser.getFileName()),
              Files.readString(superuser).strip()));
    }
  }

  /** Nothing of the log was touched by any of it. */
  private static void assertSound(Path data) throws Exception {
    Process verifier =
        new ProcessBuilder(Verifier.command("--data=" + data)).redirectErrorStream(true).start();
    String said = new String(verifier.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(verifier.waitFor()).as(said).isZero();
  }
}
