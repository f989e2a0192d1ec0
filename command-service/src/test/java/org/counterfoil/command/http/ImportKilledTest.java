package org.counterfoil.command.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.counterfoil.command.http.Api.Answer;
import org.counterfoil.eventstore.check.LogCheck;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A process is killed while it brings in a file; the same file brought again does the rest. */
class ImportKilledTest {

  private static final int PEOPLE = 3_000;
  private static final int BEFORE_THE_KILL = 60;

  private static RunningService survivor;
  private static ServiceProcess victim;

  @BeforeAll
  static void start() {
    survivor = RunningService.start();
    survivor
        .bean(org.counterfoil.command.privacy.vault.OpenedVault.class)
        .get(); // makes the master key
    victim = ServiceProcess.start(survivor.database(), survivor.masterKey());
  }

  @AfterAll
  static void stop() {
    victim.close();
    survivor.close();
  }

  @Test
  void nobodyIsThereTwice_andNobodyIsMissing() {
    Visitors visitors = Visitors.of(Theatre.in(survivor));
    String token = visitors.theatre.token("DPO");
    String file =
        IntStream.range(0, PEOPLE)
            .mapToObj("C-%1$d,person-%1$d@example.org,oui,2025-01-01,WEB\n"::formatted)
            .collect(Collectors.joining("", "Client,E-mail,Lettre,Le,Par\n", ""));
    String mapping =
        """
        {"source":"OLD","exportedAt":"2025-06-30T06:00:00Z","reference":"Client",
         "fields":{"email":"E-mail"},"consents":[{"purpose":"newsletter","answer":"Lettre",
         "at":"Le","source":"Par","sources":{"WEB":"WEB"},"notice":"%s"}]}
        """
            .formatted(visitors.notice("newsletter"))
            .replace("\n", " ");

    try (ExecutorService importer = Executors.newVirtualThreadPerTaskExecutor()) {
      importer.execute(() -> bring(victim, visitors, token, mapping, file));
      await().atMost(Duration.ofSeconds(60)).until(() -> visitors.kept() >= BEFORE_THE_KILL);
      victim.kill();
    }
    int kept = visitors.kept();
    assertThat(kept).as("killed in the middle").isBetween(BEFORE_THE_KILL, PEOPLE - 1);

    await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> bring(survivor, visitors, token, mapping, file).status() == 200);

    assertThat(visitors.kept()).isEqualTo(PEOPLE);
    Answer again = bring(survivor, visitors, token, mapping, file).expecting(200);
    assertThat(again.json().at("/unchangedPeople").asInt()).isEqualTo(PEOPLE);
    assertThat(
            visitors
                .vault()
                .sql(
                    "select count(distinct subject_id) from vault.data_key where organisation_id = cast(? as uuid)")
                .param(visitors.theatre.organisation)
                .query(Integer.class)
                .single())
        .isEqualTo(PEOPLE);
    assertThat(visitors.subject("person-0@example.org")).isNotEmpty();
    assertThat(visitors.subject("person-2999@example.org")).isNotEmpty();
    assertThat(LogCheck.of(survivor.log()).findings()).isEmpty();
  }

  private static Answer bring(
      Served process, Visitors visitors, String token, String mapping, String file) {
    return Api.of(process)
        .as(token)
        .with("Import-Mapping", mapping)
        .with("Content-Type", "text/csv")
        .stream(
            "POST",
            visitors.path("/imports?dryRun=false"),
            BodyPublishers.ofByteArray(file.getBytes(UTF_8)));
  }
}
