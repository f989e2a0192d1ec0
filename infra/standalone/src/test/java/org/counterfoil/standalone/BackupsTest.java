package org.counterfoil.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.counterfoil.command.CommandService;
import org.counterfoil.command.store.DatabasePreparation;
import org.counterfoil.embedded.LocalPostgres;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.counterfoil.standalone.Shop.Reply;
import org.counterfoil.standalone.backup.Backups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.postgresql.ds.PGSimpleDataSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.util.FileSystemUtils;

/**
 * A set-up on one machine is lost, and made anew from its two backups: the store's, which tells of
 * nobody, and an older one of the vault, in which somebody is who was erased since.
 */
class BackupsTest {

  private static final PlantedPerson STAYS = new PlantedPerson(1);
  private static final PlantedPerson GOES = new PlantedPerson(2);
  private static final PlantedPerson LATER = new PlantedPerson(4);
  private static final int EVENT = 30;
  private static final String PASSWORD_OF = "counterfoil.database.passwords.";

  /** What is made anew, and what may not be kept; everything else is in one of the backups. */
  private static final List<String> IN_NEITHER =
      List.of(
          "log.migration",
          "vault.migration",
          "log.snapshot",
          "log.idempotency",
          "log.holds_ended",
          "log.issued_ticket",
          "log.issued_tickets_read",
          "waiting_room.visitor",
          "waiting_room.admission",
          "buyer.key");

  @TempDir private Path folder;

  private Path data;
  private Path stores;
  private Path vaults;

  /** What there was before everything was lost. */
  private record Before(
      Path early,
      Path store,
      Path vault,
      String performance,
      PeopleAtDoors people,
      String organisation,
      String stays,
      String goes,
      String export,
      String certificate,
      long sales) {}

  @Test
  void whatIsLostIsMadeAnewFromTwoBackups() throws Exception {
    data = folder.resolve("data");
    stores = folder.resolve("stores");
    vaults = folder.resolve("vaults");
    Before before = live();
    assertThat(MarkSearch.finds(Backups.text(before.store()))).isFalse();
    refuseWhatDoesNotBelong(before);
    intoSomebodyElsesPostgres(before);

    Path anew = folder.resolve("anew");
    Backups.Ended restored = Backups.run("restore", before.store().toString(), "--data=" + anew);
    assertThat(restored.exit()).as(restored.said()).isZero();
    copyKeys(anew);
    withoutItsVault(anew, before);

    Backups.Ended vault = Backups.run("restore", before.vault().toString(), "--data=" + anew);
    assertThat(vault.exit()).as(vault.said()).isZero();
    Files.createDirectories(anew.resolve("secrets/vault"));
    Files.copy(
        data.resolve("secrets/vault/master.json"), anew.resolve("secrets/vault/master.json"));
    withAnOlderVault(anew, before);
  }

  private Before live() throws Exception {
    try (RunningProcess process = start(data)) {
      Shop shop = new Shop(process.port());
      Path early = Backups.run("store", "--data=" + data, "--to=" + stores).file();
      String performance = shop.openPerformance(10, 10);
      String organisation = shop.organisationOf(performance);
      PeopleAtDoors people = PeopleAtDoors.of(shop, performance);
      people.come(STAYS);
      people.come(GOES);
      String stays = people.subject(STAYS.email());
      String goes = people.subject(GOES.email());

      Path vault = Backups.run("vault", "--data=" + data, "--to=" + vaults).file();
      assertThat(Backups.run("vault", "--data=" + data, "--to=" + stores).said())
          .contains("REFUSED", "live as long");

      Reply certificate = people.erase(goes);
      assertThat(certificate.status()).isEqualTo(200);
      for (int seat = 1; seat <= 3; seat++) {
        assertThat(shop.sell(performance, seat).status()).isEqualTo(201);
      }
      String export = people.export(stays).body().toString();
      assertThat(export).contains(STAYS.email());
      long sales = sales(shop, organisation);
      assertEverythingIsSomewhere(data);
      Path store = Backups.run("store", "--data=" + data, "--to=" + stores).file();
      return new Before(
          early,
          store,
          vault,
          performance,
          people,
          organisation,
          stays,
          goes,
          export,
          certificate.body().toString(),
          sales);
    }
  }

  /** A table that nobody has thought about fails this. */
  private static void assertEverythingIsSomewhere(Path data) throws Exception {
    Database database = Database.of(data);
    assertThat(database.tables())
        .filteredOn(table -> !table.matches("(sales|accounts|audit|operations).*"))
        .allSatisfy(
            table ->
                assertThat(
                        IN_NEITHER.contains(table)
                            || table.matches(
                                "log\\.(event|document)|integrity\\..*|waiting_room\\.room|vault\\..*"))
                    .as(table)
                    .isTrue());
  }

  private static long sales(Shop shop, String organisation) throws IOException {
    long position =
        shop.send("GET", "/organisations/" + organisation, Shop.bearer(), null).position();
    return shop.get("/accounting/" + organisation + "/ledgers", Math.max(0, position))
        .get("salesMinor")
        .asLong();
  }

  /** Each is refused, and leaves the folder as empty as it was: the next one finds it so. */
  private void refuseWhatDoesNotBelong(Before before) throws Exception {
    String other = "--data=" + folder.resolve("other");
    byte[] whole = Files.readAllBytes(before.store());
    Path half = folder.resolve("half.sql.gz");
    Files.write(half, Arrays.copyOf(whole, whole.length * 2 / 3));
    assertThat(Backups.run("restore", half.toString(), other).said()).contains("ends early");

    Path changed = folder.resolve("changed.sql.gz");
    write(changed, changed(Backups.text(before.store())));
    assertThat(Backups.run("restore", changed.toString(), other).said())
        .contains("REFUSED", "to have the root");

    Backups.Ended early = Backups.run("restore", before.early().toString(), other);
    assertThat(early.exit()).as(early.said()).isZero();
    assertThat(Backups.run("restore", before.vault().toString(), other).said())
        .contains("REFUSED", "newer than the vault");
    assertThat(Backups.run("restore", before.store().toString(), other).said())
        .contains("REFUSED", "Expected an empty log");
  }

  /** By its URL alone: what was prepared for Counterfoil is filled, and nothing else is touched. */
  private void intoSomebodyElsesPostgres(Before before) throws Exception {
    try (LocalPostgres postgres = LocalPostgres.temporary()) {
      Path passwords = folder.resolve("passwords");
      PGSimpleDataSource superuser = prepared(postgres, "elsewhere", passwords);
      JdbcClient server = JdbcClient.create(superuser);
      String url = "--database=" + postgres.jdbcUrl("elsewhere");
      String file = "--password-file=" + passwords.resolve(PASSWORD_OF + DatabaseRoles.OWNER);
      String store = before.store().toString();

      server.sql("create table public.newsletter (address text)").update();
      assertThat(Backups.run("restore", store, url, file).said())
          .contains("REFUSED", "empty database", "public.newsletter");
      server.sql("drop table public.newsletter").update();
      server.sql("insert into vault.followed_log values (true, 0, repeat('a', 64))").update();
      assertThat(Backups.run("restore", store, url, file).said())
          .contains("REFUSED", "empty database", "vault.followed_log");
      server.sql("truncate vault.followed_log").update();
      assertThat(server.sql("select count(*) from log.event").query(Long.class).single()).isZero();

      Backups.Ended restored = Backups.run("restore", store, url, file);
      assertThat(restored.exit()).as(restored.said()).isZero();
      assertThat(Backups.run("restore", store, url, file).said())
          .contains("REFUSED", "Expected an empty log");
      Backups.Ended vault = Backups.run("restore", before.vault().toString(), url, file);
      assertThat(vault.exit()).as(vault.said()).isZero();
      servedFromThere(before, postgres.jdbcUrl("elsewhere"), passwords);
    }
  }

  private static PGSimpleDataSource prepared(LocalPostgres postgres, String name, Path passwords)
      throws Exception {
    postgres.createDatabaseIfMissing(name);
    PGSimpleDataSource superuser = new PGSimpleDataSource();
    superuser.setUrl(postgres.jdbcUrl(name));
    superuser.setUser(postgres.superuser());
    superuser.setPassword(postgres.superuserPassword());
    DatabasePreparation.prepare(superuser, passwords);
    return superuser;
  }

  /** By a command service of its own, with the keys that were kept apart. */
  private void servedFromThere(Before before, String url, Path passwords) throws Exception {
    Path secrets = data.resolve("secrets");
    try (ServiceProcess service =
        ServiceProcess.start(
            CommandService.class,
            "--counterfoil.database.url=" + url,
            "--spring.config.import=configtree:" + passwords + "/",
            "--counterfoil.http.key-file=" + secrets.resolve("http.key"),
            "--counterfoil.integrity.keys=" + secrets.resolve("log"),
            "--counterfoil.vault.master-key=" + secrets.resolve("vault/master.json"),
            "--counterfoil.data.path=" + folder.resolve("service"))) {
      Shop shop = new Shop(service.awaitReadiness().port());
      PeopleAtDoors people = before.people().at(shop);
      assertThat(people.search(GOES.email()).body().get("items")).as("erased again").isEmpty();
      assertThat(people.export(before.stays()).body()).hasToString(before.export());
      assertThat(shop.hold(before.performance(), 3).body().get("code").asString())
          .isEqualTo("SEAT_ALREADY_SOLD");
    }
  }

  /** The same with another byte in one entry. */
  private static String changed(String backup) {
    List<String> lines = backup.lines().toList();
    int first =
        lines.indexOf(
            lines.stream().filter(l -> l.startsWith("copy log.event")).findAny().orElseThrow());
    String row = lines.get(first + EVENT);
    String other = row.substring(0, row.length() - 4) + (row.endsWith("7d7d") ? "7d20" : "7d7d");
    return backup.replace(row, other);
  }

  private static void write(Path file, String text) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** All that signs and authenticates, but not the key of the vault. */
  private void copyKeys(Path anew) throws IOException {
    FileSystemUtils.copyRecursively(data.resolve("secrets"), anew.resolve("secrets"));
    FileSystemUtils.deleteRecursively(anew.resolve("secrets/vault"));
  }

  private static void withoutItsVault(Path anew, Before before) throws Exception {
    try (RunningProcess process = start(anew)) {
      Shop shop = new Shop(process.port());
      PeopleAtDoors people = before.people().at(shop);
      assertThat(sales(shop, before.organisation())).isEqualTo(before.sales());
      assertThat(shop.hold(before.performance(), 3).body().get("code").asString())
          .isEqualTo("SEAT_ALREADY_SOLD");
      assertThat(shop.sell(before.performance(), 4).status()).isEqualTo(201);
      for (Reply away :
          List.of(
              people.export(before.stays()),
              people.search(GOES.email()),
              people.erase(before.stays()),
              people.tryToOrder(LATER))) {
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.body().get("code").asString()).isEqualTo("VAULT_UNAVAILABLE");
      }
      assertThat(Backups.run("restore", before.vault().toString(), "--data=" + anew).said())
          .contains("REFUSED", "to be stopped");
    }
  }

  private static void withAnOlderVault(Path anew, Before before) throws Exception {
    try (RunningProcess process = start(anew)) {
      Shop shop = new Shop(process.port());
      PeopleAtDoors people = before.people().at(shop);
      assertThat(people.search(GOES.email()).body().get("items")).as("erased again").isEmpty();
      assertThat(people.export(before.goes()).body().get("values")).isEmpty();
      assertThat(people.erase(before.goes()).body()).hasToString(before.certificate());
      assertThat(people.export(before.stays()).body()).hasToString(before.export());
      assertThat(people.tryToOrder(LATER).status()).isEqualTo(201);
      int unsound = new ProcessBuilder(Verifier.command("--data=" + anew)).start().waitFor();
      assertThat(unsound).as("what the verifier says").isZero();
    }
    assertThat(Backups.run("restore", before.vault().toString(), "--data=" + anew).said())
        .contains("REFUSED", "--replace");
    Backups.Ended replaced =
        Backups.run("restore", before.vault().toString(), "--data=" + anew, "--replace");
    assertThat(replaced.exit()).as(replaced.said()).isZero();
    assertThat(Backups.run("store", "--data=" + anew, "--to=" + anew.resolve("b")).exit())
        .as("of a folder on which nothing runs")
        .isZero();
  }

  private static RunningProcess start(Path data) {
    return RunningProcess.start(
        data, "--counterfoil.demonstration=false", "--counterfoil.integrity.every=200ms");
  }
}
