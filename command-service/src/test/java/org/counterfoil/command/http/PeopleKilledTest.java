package org.counterfoil.command.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.counterfoil.command.TestDatabase;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.eventstore.schema.DatabaseRoles;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process is killed between what it records of people and what it does with their data: while a
 * capture is stored, while many are, and when an erasure is recorded and its keys are still there.
 */
class PeopleKilledTest {

  private static final int ENOUGH = 15;
  private static final int MOST = 45;
  private static final int BUYERS = 4;

  private static RunningService survivor;

  private final Theatre theatre = Theatre.in(survivor);
  private final Visitors visitors = Visitors.of(theatre);
  private final TestDatabase database = survivor.database();
  private final ServiceProcess victim = ServiceProcess.start(database, survivor.masterKey());

  /** It looks at nothing by itself, so that what the other one left is still seen. */
  @BeforeAll
  static void start() {
    survivor = RunningService.start(Map.of("counterfoil.vault.review-every", "1h"));
  }

  @AfterAll
  static void stop() {
    survivor.close();
  }

  @AfterEach
  void stopVictim() {
    victim.close();
  }

  private Answer order(Served service, String email) {
    Api buyer = Api.of(service);
    Answer hold =
        buyer
            .post(
                "/performances/" + theatre.performance + "/holds",
                "{\"area\":\"PIT\",\"quantity\":1}")
            .expecting(201);
    return buyer
        .with("Hold-Secret", hold.text("/holdSecret"))
        .post(
            "/orders",
            "{\"holdId\":\"%s\",\"tickets\":[{\"area\":\"PIT\",\"quantity\":1,\"priceType\":\"FULL\"}]%s}"
                .formatted(hold.text("/holdId"), visitors.delivered(email, "")));
  }

  /** Holds a lock of the vault for as long as it is open. */
  private Connection locked(String table, String mode) throws SQLException {
    Connection connection = database.as(DatabaseRoles.OWNER).getConnection();
    connection.setAutoCommit(false);
    try (Statement lock = connection.createStatement()) {
      lock.execute("lock table %s in %s mode".formatted(table, mode));
    }
    return connection;
  }

  /** Whatever was told of is there, and whatever is there was told of, of those not erased. */
  private void assertEveryCaptureHasItsValues() {
    List<String> differences =
        JdbcClient.create(database.as(DatabaseRoles.OWNER))
            .sql(
                """
                with entry as (
                  select name, convert_from(entry, 'UTF8')::jsonb -> 'payload' as told from log.event
                  where name in ('personal-data.captured', 'personal-data.erased')),
                erased as (
                  select jsonb_array_elements(told -> 'erased') ->> 'keyId' as key_id from entry
                  where name = 'personal-data.erased'),
                captured as (
                  select told ->> 'captureId' as capture_id,
                    jsonb_array_elements_text(told -> 'fields') as field
                  from entry
                  where name = 'personal-data.captured'
                    and told ->> 'keyId' not in (select key_id from erased))
                select coalesce(c.capture_id, v.capture_id::text) || ' ' || coalesce(c.field, v.field)
                from captured c
                full join vault.value v on v.capture_id::text = c.capture_id and v.field = c.field
                where c.capture_id is null or v.capture_id is null
                """)
            .query(String.class)
            .list();
    assertThat(differences).as("captures without values, or values without captures").isEmpty();
  }

  @Test
  void whileACaptureIsStored_neitherItNorItsValueIsThere() throws Exception {
    long position = visitors.position();
    try (ExecutorService buyer = Executors.newVirtualThreadPerTaskExecutor()) {
      Future<Answer> unanswered;
      try (Connection lock = locked("vault.mark", "exclusive")) {
        unanswered = buyer.submit(() -> order(victim, "half@example.org"));
        await()
            .atMost(Duration.ofSeconds(20))
            .until(() -> database.waiting(DatabaseRoles.WRITER) == 1);
        victim.kill();
        database.breakWaiting(DatabaseRoles.WRITER);
        lock.rollback();
      }
      assertThat(unanswered)
          .failsWithin(Duration.ofSeconds(10))
          .withThrowableOfType(java.util.concurrent.ExecutionException.class)
          .withCauseInstanceOf(UncheckedIOException.class);
    }

    assertThat(visitors.recorded(position)).isEmpty();
    assertThat(visitors.kept()).isZero();
    assertEveryCaptureHasItsValues();
    order(survivor, "half@example.org").expecting(201);
    visitors.subject("half@example.org");
    assertEveryCaptureHasItsValues();
  }

  @Test
  void whileManyAreStored_whatWasAcknowledgedIsThere_andNothingByHalves() {
    ConcurrentLinkedQueue<String> acknowledged = new ConcurrentLinkedQueue<>();
    AtomicInteger next = new AtomicInteger();
    try (ExecutorService buyers = Executors.newVirtualThreadPerTaskExecutor()) {
      for (int buyer = 0; buyer < BUYERS; buyer++) {
        buyers.execute(() -> orderUntilKilled(acknowledged, next));
      }
      await().atMost(Duration.ofSeconds(60)).until(() -> acknowledged.size() >= ENOUGH);
      victim.kill();
    }
    survivor.restart();

    assertThat(acknowledged).hasSizeGreaterThanOrEqualTo(ENOUGH);
    assertEveryCaptureHasItsValues();
    for (String email : acknowledged) {
      assertThat(visitors.export(visitors.subject(email)).expecting(200).body()).contains(email);
    }
  }

  private void orderUntilKilled(ConcurrentLinkedQueue<String> acknowledged, AtomicInteger next) {
    try {
      for (int number = next.getAndIncrement(); number < MOST; number = next.getAndIncrement()) {
        String email = "buyer-%d@example.org".formatted(number);
        if (order(victim, email).status() == 201) {
          acknowledged.add(email);
        }
      }
    } catch (UncheckedIOException killed) {
      // as meant
    }
  }

  @Test
  void betweenAnErasureAndItsKeys_nobodyIsReadAndTheNextStartDestroysThem() throws Exception {
    order(survivor, "gone@example.org").expecting(201);
    order(survivor, "stays@example.org").expecting(201);
    String subject = visitors.subject("gone@example.org");
    long position = visitors.position();
    try (ExecutorService officer = Executors.newVirtualThreadPerTaskExecutor()) {
      try (Connection lock = locked("vault.data_key", "share")) {
        var unanswered = officer.submit(() -> erase(victim, subject));
        await()
            .atMost(Duration.ofSeconds(20))
            .until(
                () ->
                    visitors.recorded(position).contains("PersonalDataErased")
                        && database.waiting(DatabaseRoles.VAULT) >= 1);
        victim.kill();
        database.breakWaiting(DatabaseRoles.VAULT);
        lock.rollback();
        assertThat(unanswered).failsWithin(Duration.ofSeconds(10));
      }
    }
    assertThat(visitors.recorded(position)).containsExactly("PersonalDataErased");
    long recorded = visitors.position();
    assertThat(visitors.kept()).as("the keys are still there").isEqualTo(2);
    assertThat(visitors.export(subject).expecting(200).json().at("/values")).isEmpty();

    survivor.restart();

    assertThat(visitors.search("gone@example.org").expecting(200).json().at("/items")).isEmpty();
    assertThat(visitors.kept()).isEqualTo(1);
    assertThat(erase(survivor, subject).expecting(200).json().at("/position").asLong())
        .isBetween(position + 1, recorded);
    visitors.subject("stays@example.org");
    assertEveryCaptureHasItsValues();
  }

  private Answer erase(Served service, String subject) {
    return Api.of(service)
        .admin()
        .post(visitors.path("/subjects/" + subject + "/erasure"), "{\"reasonCode\":\"REQUEST\"}");
  }
}
